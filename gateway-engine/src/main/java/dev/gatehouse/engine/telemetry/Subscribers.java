package dev.gatehouse.engine.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to hear of each new item. One that throws is let go, so that it cannot spoil it for the others. */
final class Subscribers<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final List<Consumer<T>> consumers = new CopyOnWriteArrayList<>();

    Subscription add(Consumer<T> consumer) {
        Consumer<T> own = consumer::accept; // so that the same consumer may come twice
        consumers.add(own);
        return () -> consumers.remove(own);
    }

    boolean isEmpty() {
        return consumers.isEmpty();
    }

    void publish(T item) {
        for (Consumer<T> consumer : consumers) {
            try {
                consumer.accept(item);
            } catch (RuntimeException e) {
                consumers.remove(consumer);
                LOG.warn("A subscriber failed and gets nothing more", e);
            }
        }
    }
}
