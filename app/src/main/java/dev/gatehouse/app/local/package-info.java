/** The gateway inside the console, and the demo: the only package that knows the engine beyond its vocabulary. The rest of the console reaches this gateway as it reaches any other, through the Admin API. */
@NullMarked
package dev.gatehouse.app.local;

import org.jspecify.annotations.NullMarked;
