package dev.gatehouse.engine.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Slices in order of time. Bounded twice: in number, and in the bytes of their rows by route; past those, the oldest
 * slices keep only total and upstreams.
 */
final class Span {
    /** The most bytes that rows by route may take: about 500 busy routes in each of 900 seconds. */
    static final int MAX_ROUTE_BYTES = 48 << 20;

    private final int most;
    private final int maxRouteBytes;
    private final Deque<Slice> slices = new ArrayDeque<>();
    private long routeBytes;

    Span(int most, int maxRouteBytes) {
        this.most = most;
        this.maxRouteBytes = maxRouteBytes;
    }

    synchronized void add(Slice slice) {
        while (!slices.isEmpty() && slices.getLast().start >= slice.start) {
            routeBytes -= slices.removeLast().routeBytes(); // the clock was set back
        }
        slices.addLast(slice);
        routeBytes += slice.routeBytes();
        if (slices.size() > most) {
            routeBytes -= slices.removeFirst().routeBytes();
        }
        if (routeBytes > maxRouteBytes) {
            thin();
        }
    }

    private void thin() {
        for (Slice slice : slices) {
            routeBytes -= slice.routeBytes();
            slice.routes = null;
            if (routeBytes <= maxRouteBytes) {
                return;
            }
        }
    }

    /** The slices that start in [from, to), in order. */
    synchronized List<Slice> between(long from, long to) {
        return slices.stream()
                .filter(slice -> slice.start >= from && slice.start < to)
                .toList();
    }
}
