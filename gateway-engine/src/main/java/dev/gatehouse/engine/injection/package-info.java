/** Faults that an operator puts into requests on purpose, for a time: how clients and alarms take them is seen before a real one. */
@NullMarked
package dev.gatehouse.engine.injection;

import org.jspecify.annotations.NullMarked;
