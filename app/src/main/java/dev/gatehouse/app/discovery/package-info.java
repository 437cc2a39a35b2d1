/** How upstreams find their targets, and what goes wrong with it. */
@NullMarked
package dev.gatehouse.app.discovery;

import org.jspecify.annotations.NullMarked;
