package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who watch calls as they end, each with a filter of its own. */
final class Followers {
    /** The most calls of a frame: 5,000 a second, which a table can still show. */
    static final int MAX_CALLS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    Subscription add(CallFilter filter, Consumer<TailFrame> consumer) {
        Follower follower = new Follower(filter, consumer);
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** Shows a call to all; on the writer's thread, as is {@link #deliver}. */
    void offer(RecordedCall recorded) {
        for (Follower follower : followers) {
            follower.offer(recorded);
        }
    }

    /** Delivers what has come since the last time. */
    void deliver() {
        List<Follower> failed = new ArrayList<>();
        for (Follower follower : followers) {
            try {
                follower.deliver();
            } catch (RuntimeException e) {
                failed.add(follower);
                LOG.warn("A follower of calls failed and gets nothing more", e);
            }
        }
        followers.removeAll(failed);
    }

    private static final class Follower {
        private final CallFilter filter;
        private final Consumer<TailFrame> consumer;
        private List<Call> calls = new ArrayList<>();
        private long dropped;

        Follower(CallFilter filter, Consumer<TailFrame> consumer) {
            this.filter = filter;
            this.consumer = consumer;
        }

        void offer(RecordedCall recorded) {
            if (!filter.matches(recorded)) {
                return;
            }
            if (calls.size() == MAX_CALLS) {
                dropped++;
            } else {
                calls.add(recorded.call());
            }
        }

        void deliver() {
            if (calls.isEmpty()) {
                return;
            }
            TailFrame frame = new TailFrame(calls, dropped);
            calls = new ArrayList<>();
            dropped = 0;
            consumer.accept(frame);
        }
    }
}
