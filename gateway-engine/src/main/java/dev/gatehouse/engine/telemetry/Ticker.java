package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds the loops' counters once a second into the history and, at the end of each minute, into roll-ups. Its lock
 * guards what is folded together in the {@link Series}.
 */
final class Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int MINUTE = 60;
    private static final int MINUTES_KEPT = 24 * 60;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS = 1000;

    /** How many routes and how many upstreams the metrics show by name; those that come later are summed up. */
    static final int MAX_LABELLED = 1000;

    final Span seconds = new Span(Live.KEPT, Span.MAX_ROUTE_BYTES);
    final Span minutes = new Span(MINUTES_KEPT, Span.MAX_ROUTE_BYTES);

    /** What is counted under names that the metrics do not show. */
    final Tally otherRoutes = new Tally();

    final Tally otherUpstreams = new Tally();

    private final InstantSource clock;
    private final Registry registry;
    private final FrameMaker frames;
    private final CallWriter writer;
    private final Thread thread = new Thread(this::run, "gatehouse-ticker");
    private final Tally scratch = new Tally();
    private final int[] latency = new int[LatencyBuckets.COUNT];
    private long minute = -1;
    private volatile boolean stopping;

    Ticker(InstantSource clock, Registry registry, FrameMaker frames, CallWriter writer) {
        this.clock = clock;
        this.registry = registry;
        this.frames = frames;
        this.writer = writer;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Stops the thread, counts what came last, and has the unfinished minute written. */
    void stop() throws InterruptedException {
        stopping = true;
        LockSupport.unpark(thread);
        thread.join();
        tick(clock.millis() / MILLIS + 1);
        synchronized (this) {
            endMinute();
        }
    }

    private void run() {
        long last = clock.millis() / MILLIS;
        while (!stopping) {
            long now = clock.millis();
            if (now / MILLIS == last) {
                LockSupport.parkNanos((MILLIS - now % MILLIS) * NANOS_PER_MILLI);
                continue;
            }
            last = now / MILLIS;
            try {
                tick(last);
            } catch (RuntimeException e) {
                LOG.error("Folding the counters failed; it goes on with the next second", e);
            }
        }
    }

    /** Folds the second that ends now, in seconds since 1970. */
    void tick(long now) {
        Slice slice = fold(now - 1);
        seconds.add(slice);
        frames.publish(slice, targets());
    }

    private synchronized Slice fold(long start) {
        if (minute != start / MINUTE) {
            if (minute >= 0) {
                endMinute();
                registry.forgetIdle();
            }
            minute = start / MINUTE;
        }
        registry.total.fold(scratch, latency);
        Slice.Row total = new Slice.Row("", scratch);
        return new Slice(
                start,
                total,
                rows(registry.routes.values(), otherRoutes),
                rows(registry.upstreams.values(), otherUpstreams));
    }

    /** What came to targets in the second, by their series' names. Only live frames show it: nothing of it is kept. */
    private synchronized Map<String, TargetSecond> targets() {
        Map<String, TargetSecond> active = new HashMap<>();
        for (Series series : registry.targets.values()) {
            if (series.fold(scratch, latency)) {
                active.put(series.name, TargetSecond.of(scratch));
            }
            series.takeMinute();
        }
        return active;
    }

    private List<Slice.Row> rows(Collection<Series> all, Tally others) {
        List<Slice.Row> rows = new ArrayList<>();
        int labelled = 0;
        others.inFlight = 0;
        long othersInFlight = 0;
        for (Series series : all) {
            labelled += series.labelled ? 1 : 0;
        }
        for (Series series : all) {
            if (!series.fold(scratch, latency)) {
                continue;
            }
            rows.add(new Slice.Row(series.name, scratch));
            if (!series.labelled && labelled < MAX_LABELLED && series.total.requests() == scratch.requests()) {
                series.labelled = true;
                labelled++;
            } else if (!series.labelled) {
                others.add(scratch);
                othersInFlight += scratch.inFlight;
            }
        }
        others.inFlight = othersInFlight;
        return rows;
    }

    private void endMinute() {
        List<RollUp> rollUps = new ArrayList<>();
        Instant start = Instant.ofEpochSecond(minute * MINUTE);
        rollUps.add(new RollUp(start, RollUp.Kind.TOTAL, "", registry.total.takeMinute()));
        List<Slice.Row> routes = rollUp(start, RollUp.Kind.ROUTE, registry.routes.values(), rollUps);
        List<Slice.Row> upstreams = rollUp(start, RollUp.Kind.UPSTREAM, registry.upstreams.values(), rollUps);
        minutes.add(
                new Slice(minute * MINUTE, new Slice.Row("", rollUps.getFirst().tally()), routes, upstreams));
        writer.write(rollUps);
    }

    private static List<Slice.Row> rollUp(
            Instant start, RollUp.Kind kind, Collection<Series> all, List<RollUp> rollUps) {
        List<Slice.Row> rows = new ArrayList<>();
        for (Series series : all) {
            if (series.minute.requests() > 0 || series.minute.inFlight() > 0) {
                Tally tally = series.takeMinute();
                rows.add(new Slice.Row(series.name, tally));
                rollUps.add(new RollUp(start, kind, series.name, tally));
            }
        }
        return rows;
    }
}
