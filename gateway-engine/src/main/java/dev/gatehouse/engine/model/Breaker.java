package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an upstream gets no requests for a time, and what happens to them. */
@Declaration(
        title = "Circuit breaker",
        help = "Stops requests to an upstream that fails or is slow, for a time.",
        example = "{failures: 50%, window: 10s, openFor: 30s, fallback: {respond: {status: 503}}}")
public record Breaker(
        @Setting(
                title = "Failures",
                help = "Share of failed attempts that opens the circuit.",
                byDefault = "50%",
                format = Setting.Format.PERCENT)
        String failures,

        @Setting(
                title = "On",
                help = "What counts as a failure; without it, connect-failure, reset, timeout, 500, 502, 503 and 504.",
                format = Setting.Format.FAILURE,
                max = "50")
        List<String> on,

        @Setting(
                title = "Slow",
                help = "An answer that begins later than this is slow; without it, none is.",
                min = "1ms",
                max = "1h")
        @Nullable
        Duration slow,

        @Setting(
                title = "Slow share",
                help = "Share of slow answers that opens the circuit.",
                byDefault = "80%",
                format = Setting.Format.PERCENT)
        String slowShare,

        @Setting(
                title = "Window",
                help = "The time over which attempts are counted.",
                byDefault = "10s",
                min = "1s",
                max = "10m")
        Duration window,

        @Setting(
                title = "Minimum",
                help = "Attempts in the window below which the circuit stays closed.",
                byDefault = "20",
                min = "1",
                max = "1000000")
        int minimum,

        @Setting(
                title = "Open for",
                help = "How long no request passes, before a few are let through to see.",
                byDefault = "30s",
                min = "100ms",
                max = "1h")
        Duration openFor,

        @Setting(
                title = "Probes",
                help = "Requests that are let through then; when as many attempts go well the circuit closes, at the"
                        + " first that does not it opens again.",
                byDefault = "3",
                min = "1",
                max = "1000")
        int probes,

        @Setting(
                title = "Fallback",
                help = "Where requests go while the circuit is open: another upstream, with the same path, or a"
                        + " response. Without it, they are answered 503.")
        @Nullable
        Destination fallback) {
    public Breaker {
        on = List.copyOf(on);
        if (failures.equals("0%") || slowShare.equals("0%")) {
            throw new IllegalArgumentException("a share of 0% would open the circuit without a failure");
        }
    }
}
