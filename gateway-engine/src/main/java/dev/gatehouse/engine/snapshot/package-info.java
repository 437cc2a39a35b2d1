/**
 * The compiled form of a revision, which the data path reads, and its compiler. Pure: what is bound and connected is done
 * by the {@link dev.gatehouse.engine.snapshot.DataPath} that takes a snapshot.
 */
@NullMarked
package dev.gatehouse.engine.snapshot;

import org.jspecify.annotations.NullMarked;
