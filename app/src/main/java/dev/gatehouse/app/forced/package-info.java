/** Targets that people have forced up or out of use. */
@NullMarked
package dev.gatehouse.app.forced;

import org.jspecify.annotations.NullMarked;
