/** How differences between two states of the configuration are worded and drawn, alike in the review and in the history. */
@NullMarked
package dev.gatehouse.app.diff;

import org.jspecify.annotations.NullMarked;
