/** {@code /injections}: faults that are put into the requests of a route on purpose. */
@NullMarked
package dev.gatehouse.engine.admin.injection;

import org.jspecify.annotations.NullMarked;
