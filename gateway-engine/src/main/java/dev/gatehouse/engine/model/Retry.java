package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a request that failed at one target is sent to another. */
@Declaration(
        title = "Retry",
        help = "When a request that failed at one target is sent again, first to another target.",
        example = "{attempts: 3, on: [connect-failure, \"503\"], backoff: 25ms, budget: 20%}")
public record Retry(
        @Setting(
                title = "Attempts",
                help = "Most attempts for one request, the first included.",
                byDefault = "2",
                min = "2",
                max = "10")
        int attempts,

        @Setting(
                title = "On",
                help = "What is worth another attempt; without it, connect-failure, reset, 502 and 503. Only requests"
                        + " that may be repeated are (GET, HEAD, OPTIONS, TRACE, PUT, DELETE, or an Idempotency-Key);"
                        + " after a connect failure, any.",
                format = Setting.Format.FAILURE,
                max = "50")
        List<String> on,

        @Setting(
                title = "Backoff",
                help = "Longest pause before the second attempt, doubled for each further one up to a second; the pause"
                        + " is drawn at random below it.",
                byDefault = "25ms",
                min = "0ms",
                max = "1s")
        Duration backoff,

        @Setting(
                title = "Budget",
                help = "Most retries as a share of the upstream's requests of the last ten seconds; ten are always"
                        + " allowed in that time.",
                byDefault = "20%",
                format = Setting.Format.PERCENT)
        String budget,

        @Setting(
                title = "Per try",
                help = "Longest wait for one attempt's response before another is made; the timeout for the response"
                        + " still bounds all of them.",
                min = "1ms",
                max = "1h")
        @Nullable
        Duration perTry,

        @Setting(
                title = "Body",
                help = "Largest body that is kept to be sent again; a request with a larger one is not repeated.",
                byDefault = "64KiB",
                min = "0B",
                max = "16MiB",
                advanced = true)
        ByteSize body) {
    public Retry {
        on = List.copyOf(on);
    }
}
