package dev.gatehouse.engine.route;

/**
 * Two routes that cannot both be right.
 *
 * @param kind how they conflict
 * @param route the route that loses
 * @param other the route that goes first
 */
public record Conflict(Kind kind, String route, String other) {
    /** Ways to conflict. */
    public enum Kind {
        /** The other takes everything that the route could take: the route can never match. */
        UNREACHABLE,
        /** Both can take the same request and nothing but their names says which goes first. */
        UNORDERABLE
    }
}
