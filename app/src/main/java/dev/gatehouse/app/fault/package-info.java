/** The faults that are injected into routes just now, for every part of the console that speaks of them. */
@NullMarked
package dev.gatehouse.app.fault;

import org.jspecify.annotations.NullMarked;
