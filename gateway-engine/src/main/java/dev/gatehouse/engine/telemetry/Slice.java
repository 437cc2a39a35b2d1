package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was counted in one second or one minute, packed: tallies as bytes, and only of what had traffic. */
final class Slice {
    /** What an object of its own costs besides its bytes, about. */
    private static final int ROW_OVERHEAD = 64;

    /** One name's tally. */
    static final class Row {
        final String name;
        final long requests;
        final long inFlight;
        final byte[] tally;

        Row(String name, Tally tally) {
            this.name = name;
            this.requests = tally.requests();
            this.inFlight = tally.inFlight();
            this.tally = tally.encode();
        }

        int bytes() {
            return tally.length + ROW_OVERHEAD;
        }
    }

    /** The start, in seconds since 1970. */
    final long start;

    final Row total;
    final List<Row> upstreams;

    /** Null once let go to keep the history within its bound. */
    @Nullable
    List<Row> routes;

    Slice(long start, Row total, List<Row> routes, List<Row> upstreams) {
        this.start = start;
        this.total = total;
        this.routes = List.copyOf(routes);
        this.upstreams = List.copyOf(upstreams);
    }

    /** The rows of one kind, or null if they have been let go. */
    @Nullable
    List<Row> rows(Stats.By by) {
        return switch (by) {
            case NONE -> List.of(total);
            case ROUTE -> routes;
            case UPSTREAM -> upstreams;
        };
    }

    int routeBytes() {
        List<Row> rows = routes;
        return rows == null ? 0 : rows.stream().mapToInt(Row::bytes).sum();
    }
}
