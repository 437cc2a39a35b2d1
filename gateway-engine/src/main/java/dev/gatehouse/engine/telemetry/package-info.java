/**
 * What the gateway observes about its own traffic: counters and latencies by route, upstream and in total, the calls
 * themselves, and events. Each event loop writes to structures of its own, without locks and without allocation
 * ({@code LoopObserver}): counters, and a ring of bytes with one encoded record a call. Two threads read them. The
 * ticker folds the counters once a second into a {@link dev.gatehouse.engine.telemetry.LiveFrame}, the history and the
 * minute roll-ups. The writer drains the rings into the tail of recent calls and, in batches, into the
 * {@link dev.gatehouse.engine.telemetry.CallStore}. Nothing here may hold a request up: what does not fit is dropped,
 * counted and shown.
 */
@NullMarked
package dev.gatehouse.engine.telemetry;

import org.jspecify.annotations.NullMarked;
