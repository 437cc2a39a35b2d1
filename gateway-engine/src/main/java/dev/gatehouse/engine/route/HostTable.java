package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a host's routes begin in the trie: exact names, wildcard suffixes, and one place for routes that name no host. */
record HostTable<T>(Trie<T> trie) {
    /** Puts a route below each of its hosts. */
    static <T> void add(TrieBuilder<T> routes, Candidate<T> candidate) {
        if (candidate.match.hosts().isEmpty()) {
            routes.add(Trie.ANY_HOST, null, candidate);
        }
        for (String host : candidate.match.hosts()) {
            String lower = host.toLowerCase(Locale.ROOT);
            if (lower.startsWith("*.")) {
                routes.add(Trie.HOST_SUFFIXES, lower.substring(1), candidate);
            } else {
                routes.add(Trie.EXACT_HOSTS, lower, candidate);
            }
        }
    }

    /** The first route that takes the request: exact host, then the longest suffix, then routes of any host. */
    @Nullable
    Candidate<T> find(RequestHead head, int listener, Routing<T> routing) {
        String host = head.host();
        String path = head.path();
        if (trie.childCount(Trie.EXACT_HOSTS) > 0) {
            Candidate<T> found = find(Trie.EXACT_HOSTS, host, 0, head, path, listener, routing);
            if (found != null) {
                return found;
            }
        }
        if (trie.childCount(Trie.HOST_SUFFIXES) > 0) {
            for (int dot = host.indexOf('.', 1); dot > 0; dot = host.indexOf('.', dot + 1)) {
                Candidate<T> found = find(Trie.HOST_SUFFIXES, host, dot, head, path, listener, routing);
                if (found != null) {
                    return found;
                }
            }
        }
        return trie.find(Trie.ANY_HOST, head, path, 0, 0, listener, routing);
    }

    private @Nullable Candidate<T> find(
            int hosts, String host, int from, RequestHead head, String path, int listener, Routing<T> routing) {
        int root = trie.child(hosts, host, from, host.length());
        return root == Trie.NONE ? null : trie.find(root, head, path, 0, 0, listener, routing);
    }

    /** Where the paths begin that a host may use, in order of precedence. */
    List<Integer> of(String host) {
        List<Integer> mine = new ArrayList<>();
        add(mine, trie.child(Trie.EXACT_HOSTS, host, 0, host.length()));
        for (int dot = host.indexOf('.', 1); dot > 0; dot = host.indexOf('.', dot + 1)) {
            add(mine, trie.child(Trie.HOST_SUFFIXES, host, dot, host.length()));
        }
        mine.add(Trie.ANY_HOST);
        return mine;
    }

    /**
     * Where the paths begin that other hosts use.
     *
     * @param most how many at most
     */
    List<Integer> others(List<Integer> own, int most) {
        List<Integer> others = new ArrayList<>();
        for (int hosts = Trie.EXACT_HOSTS; hosts <= Trie.HOST_SUFFIXES; hosts++) {
            int first = trie.firstChild(hosts);
            for (int i = 0; i < trie.childCount(hosts) && others.size() < most; i++) {
                if (!own.contains(first + i)) {
                    others.add(first + i);
                }
            }
        }
        return others;
    }

    private static void add(List<Integer> places, int place) {
        if (place != Trie.NONE) {
            places.add(place);
        }
    }
}
