package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.client.Stats;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Routes and upstreams over the chosen span, read from the gateway's statistics from time to time: percentiles of seconds
 * do not add up to one of minutes, and only the gateway has what they are made of. Until something was read, the last
 * seconds stand in. UI thread.
 */
final class Totals {
    /** What was read is read again after so long. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration FRESH_PAST = Duration.ofMinutes(1);

    /** Points are not asked for; few of them are the least to tell. */
    private static final Duration STEP = Duration.ofSeconds(30);

    private static final int PAST_STEPS = 12;

    private record Read(Stats.Parts routes, Stats.Parts upstreams, Instant to) {}

    private final Jobs jobs;
    private final Recent recent;
    private @Nullable Job<Read> job;
    private @Nullable Read read;
    private Instant last = Instant.EPOCH;
    private Instant since = Instant.EPOCH;

    Totals(Jobs jobs, Recent recent) {
        this.jobs = jobs;
        this.recent = recent;
    }

    /**
     * Reads a span up to now, unless that is being done.
     *
     * @param to the gateway's time
     * @param known since when the gateway counts, if that is within the span
     */
    void read(Connection connection, Span span, Instant to, Instant known, Runnable done) {
        if (job != null) {
            return;
        }
        last = to;
        Stats stats = new Stats(connection.client());
        Instant from = to.minus(span.length());
        Duration step = span.isLive() ? STEP : span.length().dividedBy(PAST_STEPS);
        Job<Read> started = jobs.quiet(
                Texts.get("overview.past.reading", Texts.get(span.key())),
                told -> new Read(stats.parts("route", from, to, step), stats.parts("upstream", from, to, step), to));
        job = started;
        started.then(now -> {
                    if (started.equals(job)) {
                        job = null;
                        read = now;
                        since = known;
                        done.run();
                    }
                })
                .failed(failure -> {
                    // What was read last stays, and says itself how old it is; the next second asks again.
                    if (started.equals(job)) {
                        job = null;
                    }
                });
    }

    /** Gives up what is being read: another span is asked for. */
    void forget() {
        Job<Read> before = job;
        job = null;
        last = Instant.EPOCH;
        if (before != null) {
            before.cancel();
        }
    }

    /** Forgets what was read, too: another gateway is on show. */
    void clear() {
        forget();
        read = null;
    }

    /** Whether it is time to read again. */
    boolean isOld(Span span, Instant now) {
        return !now.isBefore(last.plus(span.isLive() ? FRESH : FRESH_PAST));
    }

    /** Routes with traffic, in order. */
    List<RouteRow> routes(RouteOrder order) {
        Read known = read;
        if (known == null) {
            return recent.routes(order);
        }
        Instant from = known.routes().from().isAfter(since) ? known.routes().from() : since;
        double seconds = Math.max(1, Duration.between(from, known.to()).toMillis() / 1000.0);
        return known.routes().parts().stream()
                .filter(part -> part.whole().requests() > 0)
                .map(part -> row(part, seconds))
                .sorted(order.comparator())
                .toList();
    }

    private static RouteRow row(Stats.Part part, double seconds) {
        Stats.Point whole = part.whole();
        return new RouteRow(
                part.name(),
                whole.requests() / seconds,
                number(whole.p95()),
                (double) whole.errors() / whole.requests());
    }

    /** Upstreams as they are now, with their latency over the span. */
    List<UpstreamRow> upstreams() {
        Read known = read;
        if (known == null) {
            return recent.upstreams();
        }
        Map<String, Double> latencies = known.upstreams().parts().stream()
                .collect(Collectors.toMap(
                        Stats.Part::name, part -> number(part.whole().p95())));
        return recent.upstreams().stream()
                .map(row -> new UpstreamRow(
                        row.name(), row.targets(), latencies.getOrDefault(row.name(), Double.NaN), row.inFlight()))
                .toList();
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
