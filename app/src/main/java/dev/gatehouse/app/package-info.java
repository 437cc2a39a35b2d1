/** The console's composition root: builds the parts by hand and shows the first screen. */
@NullMarked
package dev.gatehouse.app;

import org.jspecify.annotations.NullMarked;
