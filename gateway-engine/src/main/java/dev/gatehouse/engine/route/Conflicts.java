package dev.gatehouse.engine.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds routes that can never match and pairs that only their names order. Routes are compared only within a leaf, that is
 * with the same host and path: elsewhere the narrower path always goes first, so that none can hide another.
 */
final class Conflicts<T> {
    /** Above this many routes at one leaf, a route is compared with that many neighbours before it only. */
    private static final int MOST_COMPARED = 500;

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> hidden = new HashMap<>();
    private final Map<String, String> hiddenBy = new LinkedHashMap<>();
    private final Set<Conflict> ties = new LinkedHashSet<>();

    /** Takes a leaf's routes in order of precedence. */
    void leaf(List<Candidate<T>> leaf) {
        for (int i = 0; i < leaf.size(); i++) {
            Candidate<T> later = leaf.get(i);
            places.merge(later.name, 1, Integer::sum);
            for (int j = i - 1; j >= Math.max(0, i - MOST_COMPARED); j--) {
                Candidate<T> earlier = leaf.get(j);
                if (earlier.name.equals(later.name)) {
                    continue; // a host written twice
                }
                if (covers(earlier, later)) {
                    hidden.merge(later.name, 1, Integer::sum);
                    hiddenBy.putIfAbsent(later.name, earlier.name);
                    break;
                }
                if (tie(earlier, later) && overlap(earlier, later)) {
                    ties.add(new Conflict(Conflict.Kind.UNORDERABLE, later.name, earlier.name));
                }
            }
        }
    }

    /** What was found: first routes that are hidden at each of their hosts, then ties of the others. */
    List<Conflict> all() {
        List<Conflict> all = new ArrayList<>();
        Set<String> unreachable = new LinkedHashSet<>();
        hiddenBy.forEach((route, by) -> {
            if (hidden.getOrDefault(route, 0).equals(places.get(route))) {
                unreachable.add(route);
                all.add(new Conflict(Conflict.Kind.UNREACHABLE, route, by));
            }
        });
        ties.stream()
                .filter(tie -> !unreachable.contains(tie.route()) && !unreachable.contains(tie.other()))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static boolean covers(Candidate<?> wide, Candidate<?> narrow) {
        String when = wide.match.when();
        return (wide.listeners.equals(narrow.listeners)
                        || narrow.listeners.stream().allMatch(wide.listeners::get))
                && methodsCover(wide, narrow)
                && contains(narrow.match.headers(), wide.match.headers())
                && contains(narrow.match.query(), wide.match.query())
                && (when == null || when.equals(narrow.match.when()));
    }

    private static boolean methodsCover(Candidate<?> wide, Candidate<?> narrow) {
        if (wide.methods.length == 0) {
            return true;
        }
        return narrow.methods.length > 0 && Arrays.asList(wide.methods).containsAll(Arrays.asList(narrow.methods));
    }

    private static boolean contains(Map<String, String> all, Map<String, String> some) {
        return all.entrySet().containsAll(some.entrySet());
    }

    private static boolean tie(Candidate<?> a, Candidate<?> b) {
        return a.priority == b.priority
                && (a.methods.length == 0) == (b.methods.length == 0)
                && a.headers() == b.headers()
                && a.queries() == b.queries()
                && (a.match.when() == null) == (b.match.when() == null);
    }

    private static boolean overlap(Candidate<?> a, Candidate<?> b) {
        return a.listeners.intersects(b.listeners)
                && (a.methods.length == 0 || Arrays.stream(a.methods).anyMatch(Arrays.asList(b.methods)::contains))
                && compatible(a.match.headers(), b.match.headers())
                && compatible(a.match.query(), b.match.query());
    }

    private static boolean compatible(Map<String, String> a, Map<String, String> b) {
        return a.entrySet().stream().allMatch(e -> e.getValue().equals(b.getOrDefault(e.getKey(), e.getValue())));
    }
}
