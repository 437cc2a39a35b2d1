package dev.gatehouse.engine.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Probes that ask every target whether it is well. */
@Declaration(
        title = "Active health",
        help = "Probes that ask every target at intervals.",
        example = "{path: /health, interval: 5s, timeout: 1s}")
public record ActiveHealth(
        @Setting(
                title = "Path",
                help = "What is asked with GET; a status from 200 to 399 is healthy. Without it and without grpc, a"
                        + " connection that can be opened is.",
                pattern = "/[!-~]*",
                max = "2000")
        @Nullable
        String path,

        @Setting(title = "gRPC", help = "Asks gRPC's health service instead of a path; SERVING is healthy.") @Nullable
        GrpcHealth grpc,

        @Setting(
                title = "Interval",
                help = "Time between two probes of a target.",
                byDefault = "5s",
                min = "100ms",
                max = "1h")
        Duration interval,

        @Setting(
                title = "Timeout",
                help = "Longest wait for a probe's answer; later is a failure.",
                byDefault = "2s",
                min = "10ms",
                max = "1m")
        Duration timeout,

        @Setting(
                title = "Healthy after",
                help = "Good probes in a row after which a target that is down takes requests again.",
                byDefault = "2",
                min = "1",
                max = "100")
        int healthyAfter,

        @Setting(
                title = "Unhealthy after",
                help = "Failed probes in a row after which a target takes no more requests.",
                byDefault = "3",
                min = "1",
                max = "100")
        int unhealthyAfter) {
    public ActiveHealth {
        if (path != null && grpc != null) {
            throw new IllegalArgumentException(
                    "a target is asked by path or by grpc, not by both: take one of them out");
        }
    }
}
