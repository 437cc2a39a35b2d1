package dev.gatehouse.engine.telemetry;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics over a span of time; Jackson writes them in the shape of the Admin API.
 *
 * @param step seconds between points; larger than asked where the data is no finer
 */
public record Stats(
        @JsonSerialize(using = ToStringSerializer.class) Instant from,
        @JsonSerialize(using = ToStringSerializer.class) Instant to,
        long step,
        List<Series> series) {
    /** What the series are separated by. */
    public enum By {
        @JsonProperty("none")
        NONE,
        @JsonProperty("route")
        ROUTE,
        @JsonProperty("upstream")
        UPSTREAM
    }

    /**
     * One line of a chart.
     *
     * @param by what it stands for, such as {@code {route: orders}}; empty for the total
     * @param points in order of time; a step during which the gateway did not run has none
     * @param whole all of it as one step: percentiles of steps do not add up, the calls behind them do
     */
    public record Series(Map<String, String> by, List<Point> points, Point whole) {}

    /**
     * One step.
     *
     * @param t the start of the step
     * @param inFlight the most that were in flight at the end of a second
     */
    public record Point(
            @JsonSerialize(using = ToStringSerializer.class) Instant t,

            long requests,
            long errors,
            LiveFrame.ByClass byClass,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}
}
