package dev.gatehouse.engine.injection;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The injections that run in a gateway, at most one a route. Lock-free; a request without any pays one look at an empty map. */
public final class Injections {
    private final AtomicReference<Map<String, Injection>> running = new AtomicReference<>(Map.of());

    /** The one that requests of a route meet, or null. */
    public @Nullable Injection of(String route) {
        Map<String, Injection> all = running.get();
        return all.isEmpty() ? null : all.get(route);
    }

    /** All, the oldest first. */
    public List<Injection> all() {
        return running.get().values().stream()
                .sorted(Comparator.comparing(Injection::startedAt).thenComparing(Injection::id))
                .toList();
    }

    /** Lets one run; false if its route has one already. */
    public boolean add(Injection next) {
        while (true) {
            Map<String, Injection> before = running.get();
            if (before.containsKey(next.terms().route())) {
                return false;
            }
            Map<String, Injection> after = new HashMap<>(before);
            after.put(next.terms().route(), next);
            if (running.compareAndSet(before, Map.copyOf(after))) {
                return true;
            }
        }
    }

    /** Ends those for which something holds; each is returned to one caller only. */
    public List<Injection> end(Predicate<Injection> which) {
        while (true) {
            Map<String, Injection> before = running.get();
            List<Injection> ended = before.values().stream().filter(which).toList();
            if (ended.isEmpty()) {
                return ended;
            }
            Map<String, Injection> after = new HashMap<>(before);
            after.values().removeAll(ended);
            if (running.compareAndSet(before, Map.copyOf(after))) {
                return ended;
            }
        }
    }
}
