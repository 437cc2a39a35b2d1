package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.model.Match;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All routes of a revision, ready for look-up. Immutable; used by all event loops at once.
 *
 * @param <T> what stands at a route
 */
public final class RouteTable<T> {
    private final List<String> listenerNames;
    private final Map<String, Integer> listeners;
    private final HostTable<T> hosts;
    private final List<Conflict> conflicts;

    private RouteTable(
            List<String> listenerNames, Map<String, Integer> listeners, HostTable<T> hosts, List<Conflict> conflicts) {
        this.listenerNames = listenerNames;
        this.listeners = listeners;
        this.hosts = hosts;
        this.conflicts = conflicts;
    }

    /** Looks a request up; {@link Routing#value} is null when no route takes it. */
    public void find(RequestHead head, Routing<T> routing) {
        routing.start(head.path());
        Integer listener = listeners.get(head.listener());
        if (listener == null) {
            return;
        }
        Candidate<T> found = hosts.find(head, listener, routing);
        if (found != null) {
            routing.found(found);
        }
    }

    /**
     * The routes that came nearest to taking a request that none takes, nearest first.
     *
     * @param most how many at most
     */
    public List<Miss> misses(RequestHead head, int most) {
        Integer listener = listeners.get(head.listener());
        return listener == null ? List.of() : new NearMisses<>(hosts, listenerNames, head, listener, most).find();
    }

    /** Pairs of routes that cannot both be right. */
    public List<Conflict> conflicts() {
        return conflicts;
    }

    /** Collects routes. */
    public static final class Builder<T> {
        private final List<String> listenerNames;
        private final Map<String, Integer> listeners = new HashMap<>();
        private final BitSet edge = new BitSet();
        /** Routes with the same methods share one array: what is shared stays in the processor's caches. */
        private final Map<List<String>, String[]> methods = new HashMap<>();

        private final TrieBuilder<T> routes = new TrieBuilder<>();

        /**
         * Starts a table.
         *
         * @param listenerNames all listeners
         * @param edgeNames those that serve routes which name none
         */
        public Builder(List<String> listenerNames, List<String> edgeNames) {
            this.listenerNames = List.copyOf(listenerNames);
            for (int i = 0; i < listenerNames.size(); i++) {
                listeners.put(listenerNames.get(i), i);
            }
            edgeNames.forEach(name -> edge.set(number(name)));
        }

        private int number(String listener) {
            Integer number = listeners.get(listener);
            if (number == null) {
                throw new IllegalArgumentException("there is no listener \"" + listener + "\"");
            }
            return number;
        }

        /**
         * Adds a route.
         *
         * @param when the compiled form of the match's expression, or null if it has none
         * @throws IllegalArgumentException with a sentence if its path is no pattern or a listener is unknown
         */
        public Builder<T> add(String name, Match match, int priority, @Nullable Condition when, T value) {
            BitSet served = edge;
            if (!match.listeners().isEmpty()) {
                served = new BitSet();
                for (String listener : match.listeners()) {
                    served.set(number(listener));
                }
            }
            String[] taken = methods.computeIfAbsent(match.methods(), some -> some.toArray(String[]::new));
            HostTable.add(
                    routes,
                    new Candidate<>(name, match, priority, value, PathPattern.of(match.path()), served, taken, when));
            return this;
        }

        /** The table; the builder is used up. */
        public RouteTable<T> build() {
            Conflicts<T> conflicts = new Conflicts<>();
            HostTable<T> hosts = new HostTable<>(routes.build(conflicts::leaf));
            return new RouteTable<>(listenerNames, Map.copyOf(listeners), hosts, conflicts.all());
        }
    }
}
