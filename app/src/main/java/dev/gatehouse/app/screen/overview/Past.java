package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Stats;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is older than the live stream, read from the gateway's statistics; one reading at a time. UI thread. */
final class Past {
    /** What was read is read again after so long. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Jobs jobs;
    private final InstantSource clock;
    private final Loading loading = new Loading();
    private @Nullable Job<Read> job;
    private Instant last = Instant.EPOCH;

    Past(Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What was read: rows by {@link Column}, and the revisions of that time. */
    record Read(Samples samples, List<Stats.Change> changes) {}

    /** Reads a span; an earlier reading is given up. */
    void read(Connection connection, Span span, Consumer<Read> done, Consumer<String> failed) {
        forget();
        Stats stats = new Stats(connection.client());
        Instant to = clock.instant();
        last = to;
        Job<Read> started = jobs.start(Texts.get("overview.past.reading", Texts.get(span.key())), told -> {
            Instant from = to.minus(span.length());
            Samples samples = samples(stats.total(from, to, span.step()), to, span);
            return new Read(
                    samples,
                    stats.changes().stream()
                            .filter(change -> change.time().isAfter(from))
                            .toList());
        });
        job = started;
        loading.follow(started)
                .then(read -> {
                    if (started.equals(job)) {
                        done.accept(read);
                    }
                })
                .failed(failure -> {
                    if (started.equals(job)) {
                        if (!(failure instanceof CancellationException)) {
                            failed.accept(failure instanceof AdminFailed admin ? admin.words() : failure.toString());
                        }
                    }
                });
    }

    /** Gives up what is being read. */
    void forget() {
        Job<Read> before = job;
        job = null;
        loading.forget();
        if (before != null) {
            before.cancel();
        }
    }

    /** Whether it is time to read again. */
    boolean isOld(Instant now) {
        return !loading.isRunning() && now.isAfter(last.plus(FRESH));
    }

    /** What is being read. */
    Loading loading() {
        return loading;
    }

    private static Samples samples(List<Stats.Point> points, Instant now, Span span) {
        long step = points.isEmpty()
                ? span.step().toMillis()
                : points.getFirst().length().toMillis();
        Samples samples = new Samples(Column.COUNT, points.size() + 1, step);
        for (Stats.Point point : points) {
            Instant end = point.t().plus(point.length());
            // A step that has only begun would look like a fall.
            if (!end.isAfter(now)) {
                samples.add(end.toEpochMilli(), Column.row(point));
            }
        }
        return samples;
    }
}
