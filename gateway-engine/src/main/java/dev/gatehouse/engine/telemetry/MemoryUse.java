package dev.gatehouse.engine.telemetry;

import java.util.List;

/** How much of the memory for buffers is in use, and which requests are refused for it. Written by one thread. */
public final class MemoryUse {
    private static final List<String> REFUSED =
            List.of("none are refused", "sheddable ones are refused", "normal ones too are refused", "all are refused");
    private static final long MIB = 1 << 20;

    private volatile long used;
    private volatile long most;
    private volatile int level;
    private int told;

    /**
     * Takes down what is in use.
     *
     * @param refusing 0 while no requests are refused, 1 for sheddable ones, 2 for normal ones too, 3 for all
     */
    public void is(long bytes, long limit, int refusing) {
        used = bytes;
        most = limit;
        level = refusing;
    }

    /** Bytes in use by buffers. */
    public long used() {
        return used;
    }

    /** Bytes that there may be. */
    public long most() {
        return most;
    }

    /** Which requests are refused: 0 for none, 1 for sheddable ones, 2 for normal ones too, 3 for all. */
    public int level() {
        return level;
    }

    /** Tells whether requests are refused, when that has changed since it was last asked. */
    void tell(Events events) {
        int now = level;
        if (now == told) {
            return;
        }
        told = now;
        String inUse = used / MIB + " MiB of " + most / MIB + " MiB of the memory for buffers are in use";
        events.publish(
                now == 0 ? Event.Kind.MEMORY_EASED : Event.Kind.MEMORY_SHORT,
                EventObject.gateway("memory"),
                inUse,
                inUse + ": of the requests, " + REFUSED.get(now) + ".");
    }
}
