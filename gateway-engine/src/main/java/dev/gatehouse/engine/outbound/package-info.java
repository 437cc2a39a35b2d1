/**
 * What the gateway asks of others by itself, off the data path and on virtual threads: probes of targets. What it learns it
 * tells the decisions in {@code upstream}.
 */
@NullMarked
package dev.gatehouse.engine.outbound;

import org.jspecify.annotations.NullMarked;
