/** Everything that can go wrong with a request, as one closed table. Depends on nothing. */
@NullMarked
package dev.gatehouse.engine.fault;

import org.jspecify.annotations.NullMarked;
