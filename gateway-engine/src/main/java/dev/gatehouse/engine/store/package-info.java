/**
 * Where configuration and records are kept: H2 in the data directory, every transaction on disk before it is
 * acknowledged. Plain rows in and out; what they mean is decided above. A file that cannot be read is reported and never
 * replaced.
 */
@NullMarked
package dev.gatehouse.engine.store;

import org.jspecify.annotations.NullMarked;
