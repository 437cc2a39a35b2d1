package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The changes of the targets' health and of the circuit, for those who choose and those who tell; shared by an upstream's revisions. */
final class Changes {
    /** What nobody has asked for after so many is forgotten. */
    private static final int MOST = 1000;

    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentLinkedQueue<UpstreamChange> queue = new ConcurrentLinkedQueue<>();

    /** Rises with each change. */
    int version() {
        return version.get();
    }

    /** Has those who choose find out anew among whom. */
    void touch() {
        version.incrementAndGet();
    }

    void add(UpstreamChange change) {
        version.incrementAndGet();
        if (waiting.incrementAndGet() > MOST) {
            waiting.decrementAndGet();
        } else {
            queue.add(change);
        }
    }

    /** The changes since this was last asked. */
    List<UpstreamChange> take() {
        List<UpstreamChange> taken = new ArrayList<>();
        for (UpstreamChange next = queue.poll(); next != null; next = queue.poll()) {
            waiting.decrementAndGet();
            taken.add(next);
        }
        return taken;
    }
}
