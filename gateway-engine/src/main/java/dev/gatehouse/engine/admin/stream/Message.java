package dev.gatehouse.engine.admin.stream;

/**
 * One event of a stream.
 *
 * @param id what a client sends as {@code Last-Event-ID} when it comes back
 * @param data written as JSON
 */
public record Message(String id, Object data) {}
