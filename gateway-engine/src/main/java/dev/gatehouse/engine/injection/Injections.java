package dev.gatehouse.engine.injection;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The injections that run in a gateway, at most one a route. Used from any thread; asking takes no lock. */
public final class Injections {
    private final ConcurrentHashMap<String, Injection> running = new ConcurrentHashMap<>();

    /** The one that requests of a route meet, or null. */
    public @Nullable Injection of(String route) {
        return running.get(route);
    }

    /** All, the oldest first. */
    public List<Injection> all() {
        return running.values().stream()
                .sorted(Comparator.comparing(Injection::startedAt).thenComparing(Injection::id))
                .toList();
    }

    /** Lets one run; false if its route has one already. */
    public boolean add(Injection next) {
        return running.putIfAbsent(next.terms().route(), next) == null;
    }

    /** Ends those for which something holds; each is returned to one caller only. */
    public List<Injection> end(Predicate<Injection> which) {
        return running.values().stream()
                .filter(one -> which.test(one) && running.remove(one.terms().route(), one))
                .toList();
    }
}
