/** The window's frame: navigation, top bar, palette, status bar and the layers above the content. {@link Screen} names every screen; {@link ScreenLoader} loads those and refuses all else. What the frame shows of a gateway it reads from {@link ShellModel}. */
@NullMarked
package dev.gatehouse.app.shell;

import org.jspecify.annotations.NullMarked;
