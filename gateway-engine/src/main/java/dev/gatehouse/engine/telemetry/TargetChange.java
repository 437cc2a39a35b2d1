package dev.gatehouse.engine.telemetry;

/**
 * A target stopped or began to take requests.
 *
 * @param up whether it takes requests now
 * @param reason why, as the end of a sentence
 */
public record TargetChange(String address, boolean up, String reason) {}
