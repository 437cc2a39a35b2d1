package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Breaker;
import java.util.List;

/** An upstream's setting of its circuit breaker, ready for use: all but the fallback. */
record CircuitRule(
        int failedPercent,
        List<String> on,
        long slowNanos,
        int slowPercent,
        long windowNanos,
        int minimum,
        long openNanos,
        int probes) {
    private static final List<String> USUAL =
            List.of(Failures.CONNECT, Failures.RESET, Failures.TIMEOUT, "500", "502", "503", "504");

    static CircuitRule of(Breaker breaker) {
        return new CircuitRule(
                Percent.of(breaker.failures()),
                breaker.on().isEmpty() ? USUAL : breaker.on(),
                breaker.slow() == null ? Long.MAX_VALUE : breaker.slow().toNanos(),
                Percent.of(breaker.slowShare()),
                breaker.window().toNanos(),
                breaker.minimum(),
                breaker.openFor().toNanos(),
                breaker.probes());
    }
}
