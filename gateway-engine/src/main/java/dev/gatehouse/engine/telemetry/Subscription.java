package dev.gatehouse.engine.telemetry;

/** A running delivery; nothing is delivered any more once {@link #close} has returned, but for what was under way. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
