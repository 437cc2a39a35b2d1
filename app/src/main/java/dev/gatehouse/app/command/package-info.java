/** What a person can do, each thing once: a {@link Command} is a button, a menu entry, a palette entry and a shortcut at the same time. */
@NullMarked
package dev.gatehouse.app.command;

import org.jspecify.annotations.NullMarked;
