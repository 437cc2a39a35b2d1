package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last ten frames: enough that numbers of small routes do not jump, few enough that they are of now. They stand in for
 * those of the span until the gateway has told them.
 */
final class Recent {
    private static final int SECONDS = 10;

    private final Deque<LiveFrame> frames = new ArrayDeque<>();

    void add(LiveFrame frame) {
        frames.addLast(frame);
        if (frames.size() > SECONDS) {
            frames.removeFirst();
        }
    }

    void clear() {
        frames.clear();
    }

    List<RouteRow> routes(RouteOrder order) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (LiveFrame frame : frames) {
            frame.routes().forEach(route -> sum(sums, route));
        }
        List<RouteRow> rows = new ArrayList<>();
        sums.forEach((name, sum) -> {
            if (sum.requests > 0) {
                rows.add(new RouteRow(
                        name, (double) sum.requests / frames.size(), sum.p95, (double) sum.errors / sum.requests));
            }
        });
        rows.sort(order.comparator());
        return rows;
    }

    List<UpstreamRow> upstreams() {
        if (frames.isEmpty()) {
            return List.of();
        }
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (LiveFrame frame : frames) {
            frame.upstreams().forEach(upstream -> sum(sums, upstream));
        }
        return frames.getLast().upstreams().stream()
                .map(now -> new UpstreamRow(
                        now.name(), now.targets(), sums.getOrDefault(now.name(), new Sum()).p95, now.inFlight()))
                .sorted(Comparator.comparing(UpstreamRow::name))
                .toList();
    }

    private static void sum(Map<String, Sum> sums, LiveFrame.Numbers numbers) {
        Sum sum = sums.computeIfAbsent(numbers.name(), name -> new Sum());
        sum.requests += numbers.requests();
        sum.errors += numbers.errors();
        Double p95 = numbers.p95();
        if (p95 != null) {
            // Percentiles of seconds cannot be averaged to one of all; the latest is at least true.
            sum.p95 = p95;
        }
    }

    private static final class Sum {
        long requests;
        long errors;
        double p95 = Double.NaN;
    }
}
