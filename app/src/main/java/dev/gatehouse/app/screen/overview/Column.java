package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Stats;
import org.jspecify.annotations.Nullable;

/** The columns of the Overview's samples; the first five are requests by class, from the bottom of the stack up. */
final class Column {
    static final int SERVER_ERRORS = 0;
    static final int CLIENT_ERRORS = 1;
    static final int REDIRECTS = 2;
    static final int SUCCESSES = 3;
    static final int OTHERS = 4;
    static final int P50 = 5;
    static final int P95 = 6;
    static final int P99 = 7;
    static final int REQUESTS = 8;
    static final int ERROR_SHARE = 9;
    static final int IN_FLIGHT = 10;

    /** How many there are. */
    static final int COUNT = 11;

    private Column() {}

    static double[] row(LiveFrame frame) {
        LiveFrame.Numbers total = frame.total();
        double[] row = new double[COUNT];
        row[SERVER_ERRORS] = total.byClass().server();
        row[CLIENT_ERRORS] = total.byClass().client();
        row[REDIRECTS] = total.byClass().redirect();
        row[SUCCESSES] = total.byClass().success();
        row[OTHERS] = total.byClass().other();
        row[P50] = known(total.p50());
        row[P95] = known(total.p95());
        row[P99] = known(total.p99());
        row[REQUESTS] = total.requests();
        row[ERROR_SHARE] = total.requests() == 0 ? Double.NaN : (double) total.errors() / total.requests();
        row[IN_FLIGHT] = total.inFlight();
        return row;
    }

    /** A longer step, as numbers a second. */
    static double[] row(Stats.Point point) {
        double seconds = Math.max(1, point.length().toSeconds());
        double[] row = new double[COUNT];
        row[SERVER_ERRORS] = point.byClass().server() / seconds;
        row[CLIENT_ERRORS] = point.byClass().client() / seconds;
        row[REDIRECTS] = point.byClass().redirect() / seconds;
        row[SUCCESSES] = point.byClass().success() / seconds;
        row[OTHERS] = point.byClass().other() / seconds;
        row[P50] = known(point.p50());
        row[P95] = known(point.p95());
        row[P99] = known(point.p99());
        row[REQUESTS] = point.requests() / seconds;
        row[ERROR_SHARE] = point.requests() == 0 ? Double.NaN : (double) point.errors() / point.requests();
        row[IN_FLIGHT] = point.inFlight();
        return row;
    }

    private static double known(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
