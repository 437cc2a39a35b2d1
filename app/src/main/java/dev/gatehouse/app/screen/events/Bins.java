package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many events there were over a stretch of time, in equal parts, by severity. */
record Bins(Stretch whole, List<Map<Severity, Integer>> parts) {
    /** The parts of a stretch. */
    static final int PARTS = 72;

    static final Bins NONE = new Bins(new Stretch(Instant.EPOCH, Instant.EPOCH), List.of());

    Bins {
        parts = List.copyOf(parts);
    }

    static Bins of(List<GatewayEvent> events, Stretch whole) {
        List<Map<Severity, Integer>> parts = new ArrayList<>();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new EnumMap<>(Severity.class));
        }
        double length = Math.max(1, whole.length().toMillis());
        for (GatewayEvent event : events) {
            if (whole.holds(event.time())) {
                double share = (event.time().toEpochMilli() - whole.from().toEpochMilli()) / length;
                parts.get(Math.min(PARTS - 1, (int) (share * PARTS))).merge(Severity.of(event), 1, Integer::sum);
            }
        }
        return new Bins(whole, parts);
    }

    /** How many there were in all. */
    int all() {
        return parts.stream().mapToInt(Bins::sum).sum();
    }

    /** How many there were in the fullest part. */
    int most() {
        return parts.stream().mapToInt(Bins::sum).max().orElse(0);
    }

    /** The stretch of some parts, both included. */
    Stretch of(int one, int other) {
        double count = Math.max(1, parts.size());
        return new Stretch(whole.at(Math.min(one, other) / count), whole.at((Math.max(one, other) + 1) / count));
    }

    private static int sum(Map<Severity, Integer> part) {
        return part.values().stream().mapToInt(Integer::intValue).sum();
    }
}
