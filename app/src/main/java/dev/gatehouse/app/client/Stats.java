package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A gateway's numbers over a longer time, and when its configuration changed. Blocks. */
public final class Stats {
    /** More revisions than that within a day would cover each other in a chart anyway. */
    private static final int REVISIONS = 100;

    private final AdminClient client;

    /** Those of a gateway. */
    public Stats(AdminClient client) {
        this.client = client;
    }

    /**
     * One step of the total.
     *
     * @param t the start of the step
     * @param length of the step
     * @param inFlight the most at the end of a second
     * @param p50 milliseconds over all of the step, null if no request ended; likewise p95 and p99
     */
    public record Point(
            Instant t,
            Duration length,
            long requests,
            long errors,
            LiveFrame.ByClass byClass,
            long inFlight,
            @Nullable Double p50,
            @Nullable Double p95,
            @Nullable Double p99) {}

    /**
     * All of a span as one step: its percentiles are over every call, which those of its steps do not add up to. Null from a
     * gateway that does not tell it.
     */
    public @Nullable Point whole(Instant from, Instant to, Duration step) throws AdminFailed {
        JsonNode whole = ask(from, to, step).path("series").path(0).path("whole");
        return whole.isObject() ? point(whole, Duration.between(from, to)) : null;
    }

    /**
     * The busiest routes or upstreams over all of a span, each as one step.
     *
     * @param by {@code route} or {@code upstream}
     * @param step the coarser, the less the gateway has to tell; the span begins at a whole one
     */
    public Parts parts(String by, Instant from, Instant to, Duration step) throws AdminFailed {
        JsonNode answer = ask(by, from, to, step);
        Instant start = Instant.parse(answer.path("from").asText(from.toString()));
        List<Part> parts = new ArrayList<>();
        for (JsonNode series : answer.path("series")) {
            if (series.path("whole").isObject()) {
                String name = series.path("by").path(by).asText();
                parts.add(new Part(name, point(series.path("whole"), Duration.between(start, to))));
            }
        }
        return new Parts(start, parts);
    }

    /** One route's or upstream's share of the total. */
    public record Part(String name, Point whole) {}

    /**
     * Shares of the total, the busiest first.
     *
     * @param from where they begin
     */
    public record Parts(Instant from, List<Part> parts) {}

    private JsonNode ask(Instant from, Instant to, Duration step) throws AdminFailed {
        return ask("none", from, to, step);
    }

    private JsonNode ask(String by, Instant from, Instant to, Duration step) throws AdminFailed {
        return client.get("/stats?by=" + by + "&from=" + from + "&to=" + to + "&step=" + step.toSeconds() + "s");
    }

    /** A revision and when it was stored. */
    public record Change(int revision, Instant time) {}

    /** The total's steps, oldest first; a time during which the gateway did not run has none. */
    public List<Point> total(Instant from, Instant to, Duration step) throws AdminFailed {
        JsonNode answer = ask(from, to, step);
        Duration length = Duration.ofSeconds(answer.path("step").asLong(step.toSeconds()));
        List<Point> points = new ArrayList<>();
        for (JsonNode point : answer.path("series").path(0).path("points")) {
            points.add(point(point, length));
        }
        return points;
    }

    /** The newest revisions, newest first. */
    public List<Change> changes() throws AdminFailed {
        List<Change> changes = new ArrayList<>();
        for (JsonNode item : client.get("/revisions?limit=" + REVISIONS).path("items")) {
            changes.add(new Change(
                    item.path("revision").asInt(),
                    Instant.parse(item.path("time").asText())));
        }
        return changes;
    }

    private static Point point(JsonNode point, Duration length) {
        long requests = point.path("requests").asLong();
        long errors = point.path("errors").asLong();
        JsonNode byClass = point.path("byClass");
        return new Point(
                Instant.parse(point.path("t").asText()),
                length,
                requests,
                errors,
                // An older gateway does not tell the classes of statistics, but what failed.
                byClass.isObject()
                        ? new LiveFrame.ByClass(
                                byClass.path("2xx").asLong(),
                                byClass.path("3xx").asLong(),
                                byClass.path("4xx").asLong(),
                                byClass.path("5xx").asLong(),
                                byClass.path("other").asLong())
                        : new LiveFrame.ByClass(0, 0, 0, errors, requests - errors),
                point.path("inFlight").asLong(),
                number(point.path("p50")),
                number(point.path("p95")),
                number(point.path("p99")));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }
}
