package dev.gatehouse.app.shell;

/**
 * The connection to the gateway is gone; what is on show is old.
 *
 * @param words since when, and when the next try comes
 * @param reconnect tries at once
 */
public record ConnectionLost(String words, Runnable reconnect) {}
