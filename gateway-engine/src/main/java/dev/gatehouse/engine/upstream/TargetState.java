package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Target;
import java.util.concurrent.atomic.AtomicInteger;

/** One target at work. Its identity is the key under which the event loops keep idle connections. */
public final class TargetState {
    private final Target target;
    private final String host;
    private final int port;
    private final AtomicInteger inFlight = new AtomicInteger();

    TargetState(Target target) {
        this.target = target;
        int colon = target.address().lastIndexOf(':');
        String name = target.address().substring(0, colon);
        host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        port = Integer.parseInt(target.address().substring(colon + 1));
    }

    /** The address as configured, {@code host:port}. */
    public String address() {
        return target.address();
    }

    /** The host name or IP address, without brackets. */
    public String host() {
        return host;
    }

    /** The TCP port. */
    public int port() {
        return port;
    }

    /** The configured weight. */
    public int weight() {
        return target.weight();
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
