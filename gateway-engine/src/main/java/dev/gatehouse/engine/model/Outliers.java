package dev.gatehouse.engine.model;

import java.time.Duration;

/** Ejection of targets at which clearly more requests fail than at the others. */
@Declaration(
        title = "Outliers",
        help = "Ejects a target at which clearly more requests fail than at the others, though not all in a row.",
        example = "{interval: 10s, requests: 100, margin: 10%}")
public record Outliers(
        @Setting(
                title = "Interval",
                help = "How often the targets are compared, by the requests since the last time.",
                byDefault = "10s",
                min = "1s",
                max = "1h")
        Duration interval,

        @Setting(
                title = "Requests",
                help = "Fewest requests at a target in that time; one with fewer is not compared.",
                byDefault = "100",
                min = "5",
                max = "1000000")
        int requests,

        @Setting(
                title = "Margin",
                help = "How many points of its share of good answers a target may lie below that of the others"
                        + " together; and no less than twice how far these lie apart.",
                byDefault = "10%",
                format = Setting.Format.PERCENT)
        String margin) {
    public Outliers {
        if (margin.equals("0%")) {
            throw new IllegalArgumentException("a margin of 0% would eject a target for being one of the others");
        }
    }
}
