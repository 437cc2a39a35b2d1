package dev.gatehouse.engine.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the live frame of a second, and says so when calls had to be dropped. */
final class FrameMaker {
    private static final long SECONDS_BETWEEN_REPORTS = 60;
    private static final Comparator<Slice.Row> BUSIEST = Comparator.<Slice.Row>comparingLong(row -> row.requests)
            .thenComparingLong(row -> row.inFlight)
            .reversed()
            .thenComparing(row -> row.name);

    private final Registry registry;
    private final TargetWatch targets;
    private final Doors doors;
    private final MemoryUse memory;
    private final CallWriter writer;
    private final Events events;
    private final Live live;
    private long reportedDropped;
    private long reportedAt;

    FrameMaker(
            Registry registry,
            TargetWatch targets,
            Doors doors,
            MemoryUse memory,
            CallWriter writer,
            Events events,
            Live live) {
        this.memory = memory;
        this.doors = doors;
        this.registry = registry;
        this.targets = targets;
        this.writer = writer;
        this.events = events;
        this.live = live;
    }

    /** Publishes the frame of a second; on the ticker's thread. */
    void publish(Slice slice, Map<String, TargetSecond> targetSeconds) {
        targets.tell();
        doors.tell(events);
        memory.tell(events);
        long dropped = writer.droppedByRings() + writer.notStored();
        long end = slice.start + 1;
        if (dropped > reportedDropped && Math.abs(end - reportedAt) >= SECONDS_BETWEEN_REPORTS) {
            events.publish(
                    Event.Kind.CALLS_DROPPED,
                    EventObject.gateway("calls"),
                    "they came faster than calls are stored",
                    (dropped - reportedDropped)
                            + " calls were counted but not stored: they came faster than calls are stored.");
            reportedDropped = dropped;
            reportedAt = end;
        }
        Tally total = Tally.decode(slice.total.tally);
        List<Slice.Row> routes = slice.rows(Stats.By.ROUTE);
        live.publish(new LiveFrame(
                Instant.ofEpochSecond(end),
                registry.active(),
                new LiveFrame.Total(
                        total.requests(),
                        total.errors(),
                        total.byClass(),
                        total.inFlight(),
                        total.percentile(0.5),
                        total.percentile(0.95),
                        total.percentile(0.99)),
                routes == null ? List.of() : routes(routes),
                upstreams(slice.upstreams, targetSeconds),
                dropped,
                new LiveFrame.Waiting(0))); // nothing can wait as long as there are no subscriptions
    }

    private static List<LiveFrame.Named> routes(List<Slice.Row> rows) {
        return rows.stream()
                .sorted(BUSIEST)
                .limit(LiveFrame.TOP_ROUTES)
                .map(row -> named(row.name, Tally.decode(row.tally), null, null))
                .toList();
    }

    private List<LiveFrame.Named> upstreams(List<Slice.Row> rows, Map<String, TargetSecond> targetSeconds) {
        List<LiveFrame.Named> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Targets room = new Targets(targetSeconds);
        rows.stream().sorted(BUSIEST).limit(LiveFrame.TOP_UPSTREAMS).forEach(row -> {
            seen.add(row.name);
            all.add(room.upstream(row.name, Tally.decode(row.tally)));
        });
        Registry.Numbers numbers = registry.numbers(registry.active());
        if (numbers != null) {
            for (Series series : numbers.upstreams) {
                if (all.size() == LiveFrame.TOP_UPSTREAMS) {
                    break;
                }
                if (seen.add(series.name)) {
                    all.add(room.upstream(series.name, new Tally()));
                }
            }
        }
        return all;
    }

    /** Puts targets to their upstreams as long as the frame has room for them. */
    private final class Targets {
        private final Map<String, TargetSecond> seconds;
        private int room = LiveFrame.MOST_TARGETS;

        Targets(Map<String, TargetSecond> seconds) {
            this.seconds = seconds;
        }

        LiveFrame.Named upstream(String name, Tally tally) {
            UpstreamHealth health = targets.upstream(name);
            if (health == null) {
                return named(name, tally, List.of(), null);
            }
            List<LiveFrame.Target> shown = health.targets().stream()
                    .limit(room)
                    .map(target -> target(name, target))
                    .toList();
            room -= shown.size();
            return named(name, tally, shown, health);
        }

        private LiveFrame.Target target(String upstream, TargetState state) {
            TargetSecond second = seconds.getOrDefault(Registry.name(upstream, state.address()), TargetSecond.IDLE);
            return new LiveFrame.Target(
                    state.address(),
                    state.health(),
                    state.reason(),
                    state.weight(),
                    state.drained(),
                    state.found(),
                    state.forced(),
                    second.requests(),
                    second.errors(),
                    state.inFlight(),
                    second.p50(),
                    second.p95(),
                    second.p99());
        }
    }

    private static LiveFrame.Named named(
            String name, Tally tally, @Nullable List<LiveFrame.Target> targets, @Nullable UpstreamHealth upstream) {
        return new LiveFrame.Named(
                name,
                tally.requests(),
                tally.errors(),
                tally.byClass(),
                tally.inFlight(),
                tally.percentile(0.5),
                tally.percentile(0.95),
                tally.percentile(0.99),
                targets,
                upstream == null ? null : upstream.pool(),
                upstream == null ? null : upstream.retries(),
                upstream == null ? null : LiveFrame.Circuit.of(upstream.circuit()),
                upstream == null ? null : LiveFrame.Discovery.of(upstream.discovery()));
    }
}
