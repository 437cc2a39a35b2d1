/** The way to any gateway, the embedded one included: HTTP to its Admin API. */
@NullMarked
package dev.gatehouse.app.client;

import org.jspecify.annotations.NullMarked;
