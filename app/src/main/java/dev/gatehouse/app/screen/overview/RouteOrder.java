package dev.gatehouse.app.screen.overview;

import java.util.Comparator;

/** Which routes come first. */
public enum RouteOrder {
    BUSIEST("overview.routes.busiest"),
    SLOWEST("overview.routes.slowest"),
    FAILING("overview.routes.failing");

    private final String key;

    RouteOrder(String key) {
        this.key = key;
    }

    /** Its title's key. */
    public String key() {
        return key;
    }

    /** The order; what is not known comes last, what is equal goes by name. */
    Comparator<RouteRow> comparator() {
        Comparator<RouteRow> least = switch (this) {
            case BUSIEST -> Comparator.comparingDouble(RouteRow::rate);
            case SLOWEST -> Comparator.comparingDouble(row -> known(row.p95()));
            case FAILING -> Comparator.comparingDouble(row -> known(row.errors()));
        };
        return least.reversed().thenComparing(RouteRow::name);
    }

    private static double known(double value) {
        return Double.isNaN(value) ? -1 : value;
    }
}
