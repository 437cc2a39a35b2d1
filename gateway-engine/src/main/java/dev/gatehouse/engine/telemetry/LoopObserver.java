package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.fault.Fault;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts and records the requests of one event loop. Everything here is written by that loop alone; nothing is allocated
 * for a request but what is needed the first time that the loop meets a name.
 *
 * <p>A request counts where its own revision says, however old that is: the numbers of the latest revisions are known,
 * beyond them the full name leads to the same counters.
 */
final class LoopObserver implements Observer {
    private static final int HUNDRED = 100;

    final CallRing ring;
    final long[] faults = new long[Fault.values().length];
    final long[] bytes = new long[2];

    private final Registry registry;
    private final LoopCell total;
    private final CallEncoder encoder = new CallEncoder();
    private @Nullable LoopView current;
    private @Nullable LoopView older;

    LoopObserver(Registry registry, CallRing ring) {
        this.registry = registry;
        this.ring = ring;
        total = registry.total.cell(this);
    }

    @Override
    public void started(DecisionRecord record) {
        record.observed = true;
        total.started();
        LoopView view = view(record.revision);
        if (record.routeIndex >= 0) {
            LoopCell route = view == null ? byName(registry.routes, record.route) : view.route(record.routeIndex);
            if (route != null) {
                route.started();
                record.observedRoute = route;
            }
        }
        startUpstream(record, view);
    }

    private void startUpstream(DecisionRecord record, @Nullable LoopView view) {
        if (record.upstreamIndex >= 0) {
            LoopCell upstream =
                    view == null ? byName(registry.upstreams, record.upstream) : view.upstream(record.upstreamIndex);
            if (upstream != null) {
                upstream.started();
                record.observedUpstream = upstream;
            }
        }
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // an index into memory of this process only
    public void ended(DecisionRecord record) {
        if (!record.observed) {
            started(record); // it ended before a route was looked for
        } else if (record.observedUpstream == null) {
            startUpstream(record, view(record.revision)); // the destination chose it after the start
        }
        int type = type(record);
        long nanos = Math.max(0, record.endNanos);
        total.ended(type, nanos);
        if (record.observedRoute instanceof LoopCell route) {
            route.ended(type, nanos);
        }
        if (record.observedUpstream instanceof LoopCell upstream) {
            upstream.ended(type, nanos - Math.clamp(record.routedNanos, 0, nanos));
        }
        endTarget(record, type, nanos);
        record.observedRoute = null;
        record.observedUpstream = null;
        Fault fault = record.fault;
        if (fault != null) {
            LoopCell.add(faults, fault.ordinal(), 1);
        }
        LoopCell.add(bytes, 0, record.requestBytes);
        LoopCell.add(bytes, 1, record.responseBytes);
        ring.offer(encoder.bytes(), encoder.encode(record));
    }

    @Override
    public void copied(DecisionRecord record) {
        startUpstream(record, view(record.revision));
        int type = type(record);
        long nanos = Math.max(0, record.endNanos);
        if (record.observedUpstream instanceof LoopCell upstream) {
            upstream.ended(type, nanos);
        }
        endTarget(record, type, nanos);
        record.observedUpstream = null;
    }

    /** A target's time begins with the connection: what a request waits for one is the pool's doing. */
    private void endTarget(DecisionRecord record, int type, long nanos) {
        String upstream = record.upstream;
        String address = record.target;
        if (record.targetIndex < 0 || upstream == null || address == null) {
            return;
        }
        LoopView view = view(record.revision);
        LoopCell cell = view == null
                ? registry.target(upstream, address).cell(this)
                : view.target(registry, record.upstreamIndex, record.targetIndex, address);
        if (cell != null) {
            cell.started(); // what is in flight is told by the target itself
            cell.ended(type, nanos - Math.clamp(Math.max(record.connectedNanos, record.routedNanos), 0, nanos));
        }
    }

    /** The class in which a call counts: its fault's, if it has one, so that a 200 cut off is no success. */
    static int type(DecisionRecord record) {
        Fault fault = record.fault;
        boolean chosen = fault == Fault.FAULT_INJECTED && record.status >= Fault.BAD_REQUEST.status();
        int status = fault == null || chosen ? record.status : fault.status();
        return switch (status / HUNDRED) {
            case 2 -> Tally.SUCCESS;
            case 3 -> Tally.REDIRECT;
            case 4 -> Tally.CLIENT;
            case 5 -> Tally.SERVER;
            default -> Tally.OTHER;
        };
    }

    private @Nullable LoopCell byName(Map<String, Series> all, @Nullable String name) {
        Series series = name == null ? null : all.get(name);
        return series == null ? null : series.cell(this);
    }

    private @Nullable LoopView view(int revision) {
        LoopView now = current;
        if (now != null && now.numbers.revision == revision) {
            return now;
        }
        LoopView before = older;
        if (before != null && before.numbers.revision == revision) {
            return before;
        }
        Registry.Numbers numbers = registry.numbers(revision);
        if (numbers == null) {
            return null;
        }
        LoopView found = new LoopView(numbers, this);
        if (now == null || revision > now.numbers.revision) {
            older = now;
            current = found;
        } else {
            older = found;
        }
        return found;
    }
}
