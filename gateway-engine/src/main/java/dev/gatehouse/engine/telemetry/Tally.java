package dev.gatehouse.engine.telemetry;

/** Counts of one thing over some time. */
public final class Tally {}
