package dev.gatehouse.engine.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear of each new item. One that throws is let go, so that it cannot spoil it for the others. */
final class Subscribers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    /** One subscription; an object of its own, so that the same consumer may come twice. */
    private record Entry<T>(Object identity, Consumer<T> consumer) {}

    private final List<Entry<T>> entries = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<T> consumer) {
        Entry<T> entry = new Entry<>(new Object(), consumer);
        entries.add(entry);
        return () -> entries.remove(entry);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void publish(T item) {
        List<Entry<T>> failed = new ArrayList<>();
        for (Entry<T> entry : entries) {
            try {
                entry.consumer.accept(item);
            } catch (RuntimeException e) {
                failed.add(entry);
                LOG.warn("A subscriber failed and gets nothing more", e);
            }
        }
        entries.removeAll(failed);
    }
}
