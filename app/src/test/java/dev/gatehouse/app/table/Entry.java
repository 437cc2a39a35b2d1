package dev.gatehouse.app.table;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A row for tests. */
record Entry(int number, String name, String path, double millis, Instant at) {
    static final Instant START = Instant.parse("2026-05-12T10:00:00Z");

    static final List<Column<Entry>> COLUMNS = List.of(
            Column.of(Look.NAME, "name", "screen.overview", Entry::name),
            Column.<Entry>of(Look.MONO, "path", "screen.welcome", Entry::path).weight(2),
            Column.<Entry>number("millis", "chart.p95", Entry::millis, entry -> Math.round(entry.millis()) + " ms"),
            Column.<Entry>time("at", "chart.p50", Entry::at).shownOnRequest());

    static List<Entry> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Entry(
                        i,
                        "route-" + (i * 7919L % count),
                        "/shop/" + i % 97 + "/items/" + i,
                        i % 10 == 0 ? Double.NaN : i * 31L % 1009,
                        START.plusSeconds(i)))
                .toList();
    }
}
