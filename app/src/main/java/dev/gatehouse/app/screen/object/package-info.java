/** What the screens of configured objects share: the edits that every kind of object knows, and what a change is called. */
@NullMarked
package dev.gatehouse.app.screen.object;

import org.jspecify.annotations.NullMarked;
