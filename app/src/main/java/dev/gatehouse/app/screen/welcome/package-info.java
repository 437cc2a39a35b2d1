/** The first screen: start the embedded gateway, try the demo, or connect to a gateway that runs elsewhere. */
@NullMarked
package dev.gatehouse.app.screen.welcome;

import org.jspecify.annotations.NullMarked;
