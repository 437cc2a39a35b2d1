package dev.gatehouse.engine.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The series by name, and the names by dense number for the latest revisions: requests of older ones are still under way
 * while a new one runs.
 */
final class Registry {
    /** How many revisions' numbers are kept. A request of a still older one finds its series by name. */
    static final int KEPT_REVISIONS = 8;

    /** How long a name that is in no kept revision keeps its counters. */
    static final long KEPT_IDLE_SECONDS = 900;

    /** The series behind the numbers of a revision. */
    static final class Numbers {
        final int revision;
        final Series[] routes;
        final Series[] upstreams;

        Numbers(int revision, Series[] routes, Series[] upstreams) {
            this.revision = revision;
            this.routes = routes;
            this.upstreams = upstreams;
        }
    }

    final Series total = new Series("");
    final Map<String, Series> routes = new ConcurrentHashMap<>();
    final Map<String, Series> upstreams = new ConcurrentHashMap<>();

    /** By {@link #name}; those that are idle are forgotten, and come back with the next call. */
    final Map<String, Series> targets = new ConcurrentHashMap<>();

    private volatile List<Numbers> latest = List.of();
    private volatile int active;

    synchronized void prepare(RevisionNames names) {
        List<Numbers> next = new ArrayList<>();
        next.add(new Numbers(
                names.revision(),
                series(routes, names.routes().stream()),
                series(upstreams, names.upstreams().stream().map(RevisionNames.Upstream::name))));
        latest.stream()
                .filter(numbers -> numbers.revision != names.revision())
                .sorted(Comparator.comparing(numbers -> numbers.revision != active)) // stable: the active one first
                .limit(KEPT_REVISIONS - 1)
                .forEach(next::add);
        latest = List.copyOf(next);
    }

    /** This revision runs now: it stays known, however many are prepared after it and never run. */
    synchronized void activated(int revision) {
        active = revision;
    }

    int active() {
        return active;
    }

    /** The name under which a target's series stands: neither of the two can hold a blank. */
    static String name(String upstream, String address) {
        return upstream + " " + address;
    }

    /** The series of a target. */
    Series target(String upstream, String address) {
        return targets.computeIfAbsent(name(upstream, address), Series::new);
    }

    private static Series[] series(Map<String, Series> all, Stream<String> names) {
        return names.map(name -> all.computeIfAbsent(name, Series::new)).toArray(Series[]::new);
    }

    @Nullable
    Numbers numbers(int revision) {
        for (Numbers numbers : latest) {
            if (numbers.revision == revision) {
                return numbers;
            }
        }
        return null;
    }

    /** Lets go of the series that no kept revision names and that have been idle for long. */
    synchronized void forgetIdle() {
        forgetIdle(routes, latest.stream().flatMap(numbers -> Stream.of(numbers.routes)));
        forgetIdle(upstreams, latest.stream().flatMap(numbers -> Stream.of(numbers.upstreams)));
        forgetIdle(targets, Stream.of());
    }

    private static void forgetIdle(Map<String, Series> all, Stream<Series> inUse) {
        Set<Series> used = inUse.collect(Collectors.toSet());
        all.values().removeIf(series -> {
            boolean over = series.idleSeconds > KEPT_IDLE_SECONDS && !used.contains(series);
            if (over) {
                series.forgotten = true;
            }
            return over;
        });
    }
}
