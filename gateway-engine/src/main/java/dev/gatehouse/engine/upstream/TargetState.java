package dev.gatehouse.engine.upstream;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One target at work. Its identity is the key under which the event loops keep idle connections; it stays the same as long
 * as the upstream has a target of this address, whatever else changes, so that what is in flight remains counted.
 */
public final class TargetState {
    private final String address;
    private final String host;
    private final int port;
    private final TargetHealth health = new TargetHealth();
    private final AtomicInteger inFlight = new AtomicInteger();

    TargetState(String address) {
        this.address = address;
        int colon = address.lastIndexOf(':');
        String name = address.substring(0, colon);
        host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        port = Integer.parseInt(address.substring(colon + 1));
    }

    /** The address as configured, {@code host:port}. */
    public String address() {
        return address;
    }

    /** The host name or IP address, without brackets. */
    public String host() {
        return host;
    }

    /** The TCP port. */
    public int port() {
        return port;
    }

    TargetHealth health() {
        return health;
    }

    /** Requests at the target now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Counts a request in. */
    public void enter() {
        inFlight.incrementAndGet();
    }

    /** Counts a request out; once for each {@link #enter}. */
    public void leave() {
        inFlight.decrementAndGet();
    }
}
