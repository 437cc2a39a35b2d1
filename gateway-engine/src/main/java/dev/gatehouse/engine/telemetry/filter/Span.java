package dev.gatehouse.engine.telemetry.filter;

/** Values from {@code least} to {@code most}, both included. */
public record Span(long least, long most) {
    /** Whether the value lies inside. */
    public boolean holds(long value) {
        return value >= least && value <= most;
    }
}
