package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.model.Match;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A route at a leaf: what remains to be checked once listener set, host and path are known, and its rank among equals. */
final class Candidate<T> {
    /** Precedence among routes with the same host and path (see the guide): what comes first goes first. */
    static final Comparator<Candidate<?>> PRECEDENCE = Comparator.<Candidate<?>>comparingInt(c -> -c.priority)
            .thenComparing(c -> c.methods.length == 0)
            .thenComparingInt(c -> -c.headerNames.length)
            .thenComparingInt(c -> -c.queryNames.length)
            .thenComparing(c -> c.match.when() == null)
            .thenComparing(c -> c.name);

    /** One for all: most routes ask for no header and no query, and what is shared stays in the processor's caches. */
    private static final String[] NO_TEXTS = {};

    final String name;
    final Match match;
    final int priority;
    final T value;
    final PathPattern path;
    /** The numbers of the listeners that serve it. */
    final BitSet listeners;

    final String[] methods;
    private final String[] headerNames;
    private final String[] headerValues;
    private final String[] queryNames;
    private final String[] queryValues;
    private final @Nullable Condition when;

    Candidate(
            String name,
            Match match,
            int priority,
            T value,
            PathPattern path,
            BitSet listeners,
            String[] methods,
            @Nullable Condition when) {
        this.name = name;
        this.match = match;
        this.priority = priority;
        this.value = value;
        this.path = path;
        this.listeners = listeners;
        this.when = when;
        this.methods = methods;
        headerNames = names(match.headers());
        headerValues = values(headerNames, match.headers());
        queryNames = names(match.query());
        queryValues = values(queryNames, match.query());
    }

    private static String[] names(Map<String, String> wanted) {
        return wanted.isEmpty() ? NO_TEXTS : new TreeSet<>(wanted.keySet()).toArray(NO_TEXTS);
    }

    private static String[] values(String[] names, Map<String, String> wanted) {
        return wanted.isEmpty()
                ? NO_TEXTS
                : Arrays.stream(names).map(wanted::get).toArray(String[]::new);
    }

    boolean takesMethod(RequestHead head) {
        if (methods.length == 0) {
            return true;
        }
        String method = head.method();
        for (String mine : methods) {
            if (mine.equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all but the method holds. */
    boolean takesRest(RequestHead head, int listener) {
        return listeners.get(listener) && headersHold(head) && queryHolds(head) && (when == null || when.holds(head));
    }

    private boolean headersHold(RequestHead head) {
        for (int i = 0; i < headerNames.length; i++) {
            if (!hasHeader(head, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean hasHeader(RequestHead head, int i) {
        return head.headers().contains(headerNames[i], headerValues[i], false);
    }

    private boolean queryHolds(RequestHead head) {
        for (int i = 0; i < queryNames.length; i++) {
            if (!QueryText.has(head.query(), queryNames[i], queryValues[i])) {
                return false;
            }
        }
        return true;
    }

    /** Why the route does not take a request whose host and path it matches, or null if it does. */
    @Nullable
    Miss miss(RequestHead head, int listener, List<String> listenerNames) {
        if (!listeners.get(listener)) {
            return new Miss(
                    name,
                    "listener",
                    head.listener(),
                    String.join(
                            ", ",
                            listeners.stream().mapToObj(listenerNames::get).toList()));
        }
        if (!takesMethod(head)) {
            return new Miss(name, "method", head.method(), String.join(", ", methods));
        }
        for (int i = 0; i < headerNames.length; i++) {
            if (!hasHeader(head, i)) {
                String saw = head.headers().get(headerNames[i]);
                return new Miss(
                        name, "header " + headerNames[i], saw == null ? "none" : "another value", headerValues[i]);
            }
        }
        for (int i = 0; i < queryNames.length; i++) {
            if (!QueryText.has(head.query(), queryNames[i], queryValues[i])) {
                Map<String, String> all = QueryText.all(head.query());
                String saw = all.containsKey(queryNames[i]) ? "another value" : "none";
                return new Miss(name, "query " + queryNames[i], saw, queryValues[i]);
            }
        }
        String text = match.when();
        return when == null || text == null || when.holds(head) ? null : new Miss(name, "when", "false", text);
    }

    int headers() {
        return headerNames.length;
    }

    int queries() {
        return queryNames.length;
    }
}
