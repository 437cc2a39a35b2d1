/**
 * Where routes end. Each kind of destination is one annotated record, the same that a document is bound to; what a
 * request meets there is built from it beside. {@link dev.gatehouse.engine.destination.Destinations} lists them all.
 */
@NullMarked
package dev.gatehouse.engine.destination;

import org.jspecify.annotations.NullMarked;
