package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.LiveFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The traffic of each route: of the last ten seconds for the busiest, which live frames tell, and of the last minutes for
 * the others, which the gateway is asked for.
 */
final class RouteNumbers {
    /** What is known of a route. NaN where nothing is. */
    record Numbers(double rate, double p95, double errors) {
        static final Numbers UNKNOWN = new Numbers(Double.NaN, Double.NaN, Double.NaN);
        static final Numbers NONE = new Numbers(0, Double.NaN, Double.NaN);
    }

    private static final int SECONDS = 10;

    private final Deque<LiveFrame> frames = new ArrayDeque<>();
    private final Map<String, Numbers> asked = new HashMap<>();
    private Map<String, Numbers> live = Map.of();
    private boolean known;

    void add(List<LiveFrame> arrived) {
        frames.addAll(arrived);
        while (frames.size() > SECONDS) {
            frames.removeFirst();
        }
        Map<String, long[]> sums = new HashMap<>();
        Map<String, Double> weighted = new HashMap<>();
        for (LiveFrame frame : frames) {
            for (LiveFrame.Numbers route : frame.routes()) {
                long[] sum = sums.computeIfAbsent(route.name(), name -> new long[3]);
                sum[0] += route.requests();
                sum[1] += route.errors();
                Double p95 = route.p95();
                if (p95 != null) {
                    sum[2] += route.requests();
                    weighted.merge(route.name(), p95 * route.requests(), Double::sum);
                }
            }
        }
        Map<String, Numbers> now = new HashMap<>();
        sums.forEach((name, sum) -> now.put(
                name,
                new Numbers(
                        (double) sum[0] / frames.size(),
                        sum[2] == 0 ? Double.NaN : weighted.getOrDefault(name, Double.NaN) / sum[2],
                        sum[0] == 0 ? Double.NaN : (double) sum[1] / sum[0])));
        live = now;
    }

    /** Takes an answer of {@code /stats?by=route}. */
    void take(JsonNode stats, double seconds) {
        asked.clear();
        known = true;
        for (JsonNode series : stats.path("series")) {
            JsonNode whole = series.path("whole");
            double requests = whole.path("requests").asDouble();
            asked.put(
                    series.path("by").path("route").asText(),
                    new Numbers(
                            requests / seconds,
                            whole.path("p95").asDouble(Double.NaN),
                            requests == 0 ? Double.NaN : whole.path("errors").asDouble() / requests));
        }
    }

    void clear() {
        frames.clear();
        asked.clear();
        live = Map.of();
        known = false;
    }

    Numbers of(String route) {
        Numbers now = live.get(route);
        return now != null ? now : asked.getOrDefault(route, known ? Numbers.NONE : Numbers.UNKNOWN);
    }
}
