package dev.gatehouse.engine.telemetry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws statistics from where they are: seconds from memory, minutes from memory, older minutes from the store. Reads
 * twice: first to find the busiest names, then to add up theirs, so that ten thousand routes need no more memory than
 * {@value #MAX_SERIES}.
 */
final class StatsReader {
    /** The most series of an answer. */
    static final int MAX_SERIES = 50;

    /** The most points of a series; a smaller step is raised. */
    static final long MAX_POINTS = 2000;

    private static final Logger LOG = LoggerFactory.getLogger(StatsReader.class);
    private static final long MINUTE = 60;

    private final Ticker ticker;
    private final CallStore store;

    StatsReader(Ticker ticker, CallStore store) {
        this.ticker = ticker;
        this.store = store;
    }

    /** Takes samples in order of time. */
    private interface Sink {
        /** Something is known about the time from this second on. */
        void known(long start);

        void sample(long start, String name, Tally tally);
    }

    /** See {@link Telemetry#stats}; now in seconds since 1970. */
    Stats read(Instant from, Instant to, Duration asked, Stats.By by, long now) {
        long first = from.getEpochSecond();
        long end = Math.max(first, to.getEpochSecond() + (to.getNano() > 0 ? 1 : 0));
        long step = step(first, end, asked.toSeconds(), now);
        first -= Math.floorMod(first, step);
        Map<String, Long> requests = new HashMap<>();
        scan(first, end, step, by, now, new Sink() {
            @Override
            public void known(long start) {}

            @Override
            public void sample(long start, String name, Tally tally) {
                requests.merge(name, tally.requests(), Long::sum);
            }
        });
        List<String> names = by == Stats.By.NONE
                ? List.of("")
                : requests.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MAX_SERIES)
                        .map(Map.Entry::getKey)
                        .toList();
        Lines lines = new Lines(names, first, step);
        scan(first, end, step, by, now, lines);
        return new Stats(Instant.ofEpochSecond(first), to, step, lines.series(by));
    }

    private static long step(long from, long to, long asked, long now) {
        long step = Math.max(1, Math.max(asked, Math.ceilDiv(to - from, MAX_POINTS)));
        // A minute's grace: a client that asks for 15 minutes asks a moment late.
        boolean inSeconds = from >= now - Live.KEPT - MINUTE;
        return step < MINUTE && inSeconds ? step : Math.ceilDiv(step, MINUTE) * MINUTE;
    }

    private void scan(long from, long to, long step, Stats.By by, long now, Sink sink) {
        if (step < MINUTE) {
            slices(ticker.seconds.between(from, to), by, sink);
            return;
        }
        List<Slice> minutes = ticker.minutes.between(from, to).stream()
                .filter(slice -> slice.rows(by) != null)
                .toList();
        long current = now - Math.floorMod(now, MINUTE);
        long inMemory = minutes.isEmpty() ? Math.min(current, to) : minutes.getFirst().start;
        // The first minute in memory may have begun before a restart: then the store knows all of it.
        long stored = stored(from, Math.min(inMemory + MINUTE, to), by, sink);
        slices(minutes.stream().filter(slice -> slice.start > stored).toList(), by, sink);
        long folded = ticker.minutes.between(from, to).stream()
                .mapToLong(slice -> slice.start + MINUTE)
                .max()
                .orElse(current);
        slices(ticker.seconds.between(Math.max(from, folded), to), by, sink);
    }

    private static void slices(List<Slice> slices, Stats.By by, Sink sink) {
        for (Slice slice : slices) {
            List<Slice.Row> rows = slice.rows(by);
            if (rows != null) {
                sink.known(slice.start);
                rows.forEach(row -> sink.sample(slice.start, row.name, Tally.decode(row.tally)));
            }
        }
    }

    /** Reads the store; returns the last minute that it knows. While it fails, older minutes are left out. */
    private long stored(long from, long to, Stats.By by, Sink sink) {
        try {
            return readStored(from, to, by, sink);
        } catch (IOException e) {
            LOG.warn("Older minutes are left out of statistics", e);
            return Long.MIN_VALUE;
        }
    }

    private long readStored(long from, long to, Stats.By by, Sink sink) throws IOException {
        Instant first = Instant.ofEpochSecond(from);
        Instant end = Instant.ofEpochSecond(to);
        long[] last = {Long.MIN_VALUE};
        store.rollUps(first, end, RollUp.Kind.TOTAL, rollUp -> {
            last[0] = rollUp.minute().getEpochSecond();
            sink.known(last[0]);
            if (by == Stats.By.NONE) {
                sink.sample(last[0], "", rollUp.tally());
            }
        });
        if (by != Stats.By.NONE) {
            RollUp.Kind kind = by == Stats.By.ROUTE ? RollUp.Kind.ROUTE : RollUp.Kind.UPSTREAM;
            store.rollUps(
                    first,
                    end,
                    kind,
                    rollUp -> sink.sample(rollUp.minute().getEpochSecond(), rollUp.name(), rollUp.tally()));
        }
        return last[0];
    }

    /** The points of the chosen names; adds up one step at a time. */
    private static final class Lines implements Sink {
        private final long first;
        private final long step;
        private final Map<String, Map<Long, Stats.Point>> points = new HashMap<>();
        private final Map<String, Tally> current = new HashMap<>();
        private final Map<String, Tally> whole = new HashMap<>();
        private final Set<Long> known = new HashSet<>();
        private final List<String> names;
        private long currentStep = Long.MIN_VALUE;

        Lines(List<String> names, long first, long step) {
            this.names = names;
            this.first = first;
            this.step = step;
            names.forEach(name -> points.put(name, new HashMap<>()));
        }

        private long stepOf(long second) {
            return first + Math.floorDiv(second - first, step) * step;
        }

        @Override
        public void known(long start) {
            known.add(stepOf(start));
        }

        @Override
        public void sample(long start, String name, Tally tally) {
            if (!points.containsKey(name)) {
                return;
            }
            if (stepOf(start) != currentStep) {
                finishStep();
                currentStep = stepOf(start);
            }
            current.computeIfAbsent(name, any -> new Tally()).add(tally);
            whole.computeIfAbsent(name, any -> new Tally()).add(tally);
        }

        private void finishStep() {
            current.forEach((name, tally) ->
                    points.getOrDefault(name, new HashMap<>()).put(currentStep, point(currentStep, tally)));
            current.clear();
        }

        private static Stats.Point point(long start, Tally tally) {
            return new Stats.Point(
                    Instant.ofEpochSecond(start),
                    tally.requests(),
                    tally.errors(),
                    tally.byClass(),
                    tally.inFlight(),
                    tally.percentile(0.5),
                    tally.percentile(0.95),
                    tally.percentile(0.99));
        }

        List<Stats.Series> series(Stats.By by) {
            finishStep();
            List<Long> steps = known.stream().sorted(Comparator.naturalOrder()).toList();
            List<Stats.Series> all = new ArrayList<>();
            for (String name : names) {
                Map<Long, Stats.Point> own = points.getOrDefault(name, Map.of());
                List<Stats.Point> line = steps.stream()
                        .map(start -> own.getOrDefault(start, point(start, new Tally())))
                        .toList();
                all.add(new Stats.Series(key(by, name), line, point(first, whole.getOrDefault(name, new Tally()))));
            }
            return all;
        }

        private static Map<String, String> key(Stats.By by, @Nullable String name) {
            return by == Stats.By.NONE || name == null
                    ? Map.of()
                    : Map.of(by.name().toLowerCase(Locale.ROOT), name);
        }
    }
}
