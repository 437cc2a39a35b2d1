package dev.gatehouse.engine.telemetry;

import java.util.List;

/**
 * The names behind the dense numbers of a revision: the place in the list is the number that decision records carry.
 *
 * @param routes full names of the routes
 */
public record RevisionNames(int revision, List<String> routes, List<Upstream> upstreams) {
    /** Copies the lists. */
    public RevisionNames {
        routes = List.copyOf(routes);
        upstreams = List.copyOf(upstreams);
    }

    /** An upstream's full name and the addresses of its targets. */
    public record Upstream(String name, List<String> targets) {
        /** Copies the list. */
        public Upstream {
            targets = List.copyOf(targets);
        }
    }
}
