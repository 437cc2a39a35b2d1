package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tries by host: exact names, wildcard suffixes, and one for routes that name no host. */
final class HostTable<T> {
    private final Map<String, Trie<T>> exact = new HashMap<>();
    private final Map<String, Trie<T>> suffixes = new HashMap<>();
    private final Trie<T> any = new Trie<>();

    void add(Candidate<T> candidate) {
        if (candidate.match.hosts().isEmpty()) {
            any.add(candidate);
        }
        for (String host : candidate.match.hosts()) {
            String lower = host.toLowerCase(Locale.ROOT);
            if (lower.startsWith("*.")) {
                suffixes.computeIfAbsent(lower.substring(1), _ -> new Trie<>()).add(candidate);
            } else {
                exact.computeIfAbsent(lower, _ -> new Trie<>()).add(candidate);
            }
        }
    }

    /** All tries, in no order. */
    List<Trie<T>> all() {
        List<Trie<T>> all = new ArrayList<>(exact.values());
        all.addAll(suffixes.values());
        all.add(any);
        return all;
    }

    /** The first route that takes the request: exact host, then the longest suffix, then routes of any host. */
    @Nullable
    Candidate<T> find(RequestHead head, int listener, Routing<T> routing) {
        String host = head.host();
        if (!exact.isEmpty()) {
            Trie<T> trie = exact.get(host);
            Candidate<T> found = trie == null ? null : trie.find(head, listener, routing);
            if (found != null) {
                return found;
            }
        }
        if (!suffixes.isEmpty()) {
            for (int dot = host.indexOf('.', 1); dot > 0; dot = host.indexOf('.', dot + 1)) {
                Trie<T> trie = suffixes.get(host.substring(dot));
                Candidate<T> found = trie == null ? null : trie.find(head, listener, routing);
                if (found != null) {
                    return found;
                }
            }
        }
        return any.find(head, listener, routing);
    }

    /** The tries that a host may use, in order of precedence. */
    List<Trie<T>> of(String host) {
        List<Trie<T>> mine = new ArrayList<>();
        if (exact.containsKey(host)) {
            mine.add(exact.get(host));
        }
        for (int dot = host.indexOf('.', 1); dot > 0; dot = host.indexOf('.', dot + 1)) {
            Trie<T> trie = suffixes.get(host.substring(dot));
            if (trie != null) {
                mine.add(trie);
            }
        }
        mine.add(any);
        return mine;
    }
}
