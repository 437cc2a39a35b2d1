package dev.gatehouse.engine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ejection of targets at which requests fail. */
@Declaration(
        title = "Passive health",
        help = "Ejects for a time the targets at which requests fail.",
        example = "{failures: 5, ejectFor: 30s, maxEjected: 50%}")
public record PassiveHealth(
        @Setting(
                title = "Failures",
                help = "Failed requests in a row after which a target is ejected.",
                byDefault = "5",
                min = "1",
                max = "10000")
        int failures,

        @Setting(
                title = "On",
                help = "What counts as a failure; without it, connect-failure, reset, timeout, 502, 503 and 504.",
                format = Setting.Format.FAILURE,
                max = "50")
        List<String> on,

        @Setting(
                title = "Eject for",
                help = "How long a target is ejected; each time anew as much longer, up to ten times, until it has"
                        + " stayed well as long as it was out.",
                byDefault = "30s",
                min = "100ms",
                max = "1h")
        Duration ejectFor,

        @Setting(
                title = "Most ejected",
                help = "Largest share of the targets that may be ejected at once.",
                byDefault = "50%",
                format = Setting.Format.PERCENT)
        String maxEjected,

        @Setting(
                title = "Outliers",
                help = "Compares the targets' shares of good answers, too; without it, only failures in a row count.",
                advanced = true)
        @Nullable
        Outliers outliers) {
    public PassiveHealth {
        on = List.copyOf(on);
    }
}
