package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.screen.Ways;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Where the numbers lead: to the calls behind them, in the gateway's query language. */
public final class Leads {
    private static final String FAILED = "status>=500";

    private final Ways ways;

    Leads(Ways ways) {
        this.ways = ways;
    }

    /** All calls. */
    public void all() {
        ways.traffic("");
    }

    /** Calls that failed. */
    public void failed() {
        ways.traffic(FAILED);
    }

    /**
     * Calls that took long.
     *
     * @param milliseconds at least
     */
    public void slow(double milliseconds) {
        long whole = Double.isNaN(milliseconds) ? 0 : (long) Math.floor(milliseconds);
        ways.traffic(whole < 1 ? "" : "dur>=" + whole + "ms");
    }

    /** Calls to targets that are down; all calls while none is. */
    void down(List<UpstreamRow> upstreams) {
        String addresses = upstreams.stream()
                .flatMap(row -> row.targets().stream())
                .filter(Health::isDown)
                .map(LiveFrame.Target::address)
                .distinct()
                .collect(Collectors.joining(","));
        ways.traffic(addresses.isEmpty() ? "" : "target:" + addresses);
    }

    /** Calls that ended in a stretch of time, in ms since the epoch. */
    void moment(long from, long to) {
        ways.traffic("time>=" + Instant.ofEpochMilli(from) + " time<" + Instant.ofEpochMilli(to));
    }

    /** Calls of a route. */
    public void calls(RouteRow row) {
        ways.traffic("route:" + row.name());
    }

    /** Calls of a route that failed. */
    public void failed(RouteRow row) {
        ways.traffic("route:" + row.name() + " " + FAILED);
    }

    /** A route in the designer. */
    public void design(RouteRow row) {
        ways.route(row.name());
    }

    /** Calls to an upstream. */
    public void calls(UpstreamRow row) {
        ways.traffic("upstream:" + row.name());
    }

    /** An upstream itself. */
    public void open(UpstreamRow row) {
        ways.upstream(row.name());
    }

    /** What happened to the gateway. */
    public void events() {
        ways.events("");
    }

    /** What asks for attention. */
    public void open(Attention item) {
        ObjectKey about = item.about();
        if (about != null) {
            ways.object(about);
        }
    }
}
