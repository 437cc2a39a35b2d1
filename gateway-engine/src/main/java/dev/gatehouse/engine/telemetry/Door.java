package dev.gatehouse.engine.telemetry;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What happens at one listener's door. Counted from any thread. */
public final class Door {
    private final LongAdder refused = new LongAdder();
    private final LongAdder failedHandshakes = new LongAdder();
    private final LongAdder cut = new LongAdder();
    private final LongAdder shuttings = new LongAdder();
    private volatile IntSupplier open = () -> 0;
    private volatile boolean shut;
    private long toldShuttings;
    private long toldCut;
    private boolean toldShut;

    /** Leads from now on to where this many connections are open. */
    public void leadsTo(IntSupplier connections) {
        open = connections;
    }

    /** Leads there no more, if it did. */
    public void leadsNoMore(IntSupplier connections) {
        if (open.equals(connections)) {
            open = () -> 0;
            shut = false;
        }
    }

    /** A connection was closed at once, because its address had as many as it may. */
    public void refused() {
        refused.increment();
    }

    /** A client's TLS handshake has failed. */
    public void handshakeFailed() {
        failedHandshakes.increment();
    }

    /** Connections were closed with requests in flight, because draining had lasted as long as it may. */
    public void cut(int connections) {
        cut.add(connections);
    }

    /** Takes no new connections from now on, or takes them again. */
    public void shut(boolean now) {
        if (now && !shut) {
            shuttings.increment();
        }
        shut = now;
    }

    /** Whether it takes no new connections, because it has as many as it may. */
    public boolean isShut() {
        return shut;
    }

    /** Connections that are open. */
    public int open() {
        return open.getAsInt();
    }

    /** Connections that were refused so far. */
    public long refusedSoFar() {
        return refused.sum();
    }

    /** Handshakes that failed so far. */
    public long failedHandshakesSoFar() {
        return failedHandshakes.sum();
    }

    /** Connections that were cut so far. */
    public long cutSoFar() {
        return cut.sum();
    }

    /** Tells whether it is shut, and when it no longer is; asked once a second, so that a door that flaps does not flood. */
    void tell(String listener, Events events) {
        EventObject object = new EventObject(EventObject.Kind.LISTENER, listener);
        long all = cut.sum();
        if (all > toldCut) {
            events.publish(
                    Event.Kind.CONNECTIONS_CUT,
                    object,
                    "requests in flight had not ended in the time for draining",
                    (all - toldCut) + " connections of listener " + listener
                            + " were closed with requests in flight: these had not ended in the time for draining.");
            toldCut = all;
        }
        long times = shuttings.sum();
        boolean now = shut || times != toldShuttings;
        toldShuttings = times;
        if (now == toldShut) {
            return;
        }
        toldShut = now;
        if (now) {
            events.publish(
                    Event.Kind.LISTENER_FULL,
                    object,
                    "it has as many connections as it may",
                    "Listener " + listener + " has as many connections as it may, " + open()
                            + ": new ones wait until one is closed.");
        } else {
            events.publish(
                    Event.Kind.LISTENER_OPEN,
                    object,
                    "it has fewer connections than it may",
                    "Listener " + listener + " takes connections again.");
        }
    }
}
