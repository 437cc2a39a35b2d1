package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** How many events there were over a stretch of time, in equal parts, by severity. */
record Bins(Stretch whole, List<int[]> counts) {
    /** The parts of a stretch. */
    static final int PARTS = 72;

    static final Bins NONE = new Bins(new Stretch(Instant.EPOCH, Instant.EPOCH), List.of());

    Bins {
        counts = List.copyOf(counts);
    }

    static Bins of(List<GatewayEvent> events, Stretch whole) {
        int[][] counts = new int[PARTS][Severity.values().length];
        double length = Math.max(1, whole.length().toMillis());
        for (GatewayEvent event : events) {
            if (whole.holds(event.time())) {
                double share = (event.time().toEpochMilli() - whole.from().toEpochMilli()) / length;
                counts[Math.min(PARTS - 1, (int) (share * PARTS))][
                        Severity.of(event).ordinal()]++;
            }
        }
        return new Bins(whole, List.of(counts));
    }

    /** How many there were in the fullest part. */
    int most() {
        return counts.stream().mapToInt(part -> Arrays.stream(part).sum()).max().orElse(0);
    }

    /** The stretch of some parts, both included. */
    Stretch of(int one, int other) {
        double parts = Math.max(1, counts.size());
        return new Stretch(whole.at(Math.min(one, other) / parts), whole.at((Math.max(one, other) + 1) / parts));
    }
}
