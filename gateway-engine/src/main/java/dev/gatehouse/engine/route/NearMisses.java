package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the routes that came nearest: first those whose host and path match and which failed later, then those whose path
 * matches for another host, then those whose path is a little different. Looks at a bounded number of places, so that a
 * flood of requests that nothing takes costs little.
 */
final class NearMisses<T> {
    private static final int MOST_PLACES = 256;
    private static final int MOST_HOSTS = 16;

    private final HostTable<T> hosts;
    private final List<String> listenerNames;
    private final RequestHead head;
    private final int listener;
    private final int most;
    private final List<Miss> misses = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int places;

    NearMisses(HostTable<T> hosts, List<String> listenerNames, RequestHead head, int listener, int most) {
        this.hosts = hosts;
        this.listenerNames = listenerNames;
        this.head = head;
        this.listener = listener;
        this.most = most;
    }

    List<Miss> find() {
        List<Trie<T>> own = hosts.of(head.host());
        own.forEach(trie -> matching(trie.root, 0, true));
        hosts.all().stream()
                .filter(trie -> !own.contains(trie))
                .limit(MOST_HOSTS)
                .forEach(trie -> matching(trie.root, 0, false));
        own.forEach(trie -> similar(trie.root));
        return misses.size() <= most ? misses : misses.subList(0, most);
    }

    /** Walks the places that match the path. */
    private void matching(Trie.Node<T> node, int at, boolean ownHost) {
        if (misses.size() >= most || ++places > MOST_PLACES) {
            return;
        }
        String path = head.path();
        if (at == path.length()) {
            leaf(node.ending, ownHost);
            leaf(node.rest, ownHost);
            return;
        }
        int end = end(path, at);
        Trie.Node<T> next = node.statics.get(path, at + 1, end);
        if (next != null) {
            matching(next, end, ownHost);
        }
        if (node.parameter != null && end > at + 1) {
            matching(node.parameter, end, ownHost);
        }
        leaf(node.rest, ownHost);
    }

    private void leaf(Candidate<T>[] leaf, boolean ownHost) {
        for (Candidate<T> candidate : leaf) {
            if (misses.size() >= most || ++places > MOST_PLACES) {
                return;
            }
            Miss miss = ownHost
                    ? candidate.miss(head, listener, listenerNames)
                    : new Miss(candidate.name, "host", head.host(), String.join(", ", candidate.match.hosts()));
            if (miss != null && seen.add(candidate.name)) {
                misses.add(miss);
            }
        }
    }

    /** Goes as deep as the path matches and takes the children whose text is most like the next segment. */
    private void similar(Trie.Node<T> root) {
        String path = head.path();
        Trie.Node<T> node = root;
        int at = 0;
        while (at < path.length()) {
            int end = end(path, at);
            Trie.Node<T> next = node.statics.get(path, at + 1, end);
            if (next == null && end > at + 1) {
                next = node.parameter;
            }
            if (next == null) {
                break;
            }
            node = next;
            at = end;
        }
        String segment = at < path.length() ? path.substring(at + 1, end(path, at)) : "";
        record Child<T>(Trie.Node<T> node, int distance) {}
        List<Child<T>> children = new ArrayList<>();
        String[] slots = node.statics.slots();
        for (int i = 0; i < slots.length && ++places <= 2 * MOST_PLACES; i++) {
            if (slots[i] != null) {
                children.add(new Child<>(node.statics.value(i), distance(segment, slots[i])));
            }
        }
        children.sort(Comparator.comparingInt(Child::distance));
        children.stream().limit(most).forEach(child -> any(child.node));
        if (node.parameter != null) {
            any(node.parameter);
        }
    }

    /** Takes the first route at or below a node. */
    private void any(Trie.Node<T> from) {
        Trie.@Nullable Node<T> node = from;
        while (node != null && misses.size() < most) {
            Candidate<T>[] leaf = node.ending.length > 0 ? node.ending : node.rest;
            if (leaf.length > 0) {
                if (seen.add(leaf[0].name)) {
                    misses.add(new Miss(leaf[0].name, "path", head.path(), leaf[0].path.text()));
                }
                return;
            }
            Trie.Node<T> next = node.parameter;
            String[] slots = node.statics.slots();
            for (int i = 0; i < slots.length && next == null; i++) {
                next = slots[i] == null ? null : node.statics.value(i);
            }
            node = next;
        }
    }

    private static int end(String path, int at) {
        int end = path.indexOf('/', at + 1);
        return end < 0 ? path.length() : end;
    }

    /** Levenshtein's distance; long texts are compared by their first 64 characters. */
    private static int distance(String a, String b) {
        int width = Math.min(b.length(), 64);
        int[] row = new int[width + 1];
        for (int j = 0; j <= width; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= Math.min(a.length(), 64); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= width; j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[width];
    }
}
