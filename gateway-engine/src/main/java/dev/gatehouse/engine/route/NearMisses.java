package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the routes that came nearest: first those whose host and path match and which failed later, then those whose path
 * matches for another host, then those whose path is a little different. Looks at a bounded number of places, so that a
 * flood of requests that nothing takes costs little.
 */
final class NearMisses<T> {
    private static final int MOST_PLACES = 256;
    private static final int MOST_HOSTS = 16;

    private final HostTable<T> hosts;
    private final Trie<T> trie;
    private final List<String> listenerNames;
    private final RequestHead head;
    private final int listener;
    private final int most;
    private final List<Miss> misses = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int places;

    NearMisses(HostTable<T> hosts, List<String> listenerNames, RequestHead head, int listener, int most) {
        this.hosts = hosts;
        this.trie = hosts.trie();
        this.listenerNames = listenerNames;
        this.head = head;
        this.listener = listener;
        this.most = most;
    }

    List<Miss> find() {
        List<Integer> own = hosts.of(head.host());
        own.forEach(root -> matching(root, 0, true));
        hosts.others(own, MOST_HOSTS).forEach(root -> matching(root, 0, false));
        own.forEach(this::similar);
        return misses.size() <= most ? misses : misses.subList(0, most);
    }

    /** Walks the places that match the path. */
    private void matching(int place, int at, boolean ownHost) {
        if (misses.size() >= most || ++places > MOST_PLACES) {
            return;
        }
        String path = head.path();
        if (at == path.length()) {
            leaf(trie.endingFrom(place), trie.restTo(place), ownHost);
            return;
        }
        int end = end(path, at);
        int next = trie.child(place, path, at + 1, end);
        if (next != Trie.NONE) {
            matching(next, end, ownHost);
        }
        int parameter = trie.parameter(place);
        if (parameter != Trie.NONE && end > at + 1) {
            matching(parameter, end, ownHost);
        }
        leaf(trie.restFrom(place), trie.restTo(place), ownHost);
    }

    private void leaf(int from, int to, boolean ownHost) {
        for (int i = from; i < to; i++) {
            Candidate<T> candidate = trie.candidates[i];
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
    private void similar(int root) {
        String path = head.path();
        int place = root;
        int at = 0;
        while (at < path.length()) {
            int end = end(path, at);
            int next = trie.child(place, path, at + 1, end);
            if (next == Trie.NONE && end > at + 1) {
                next = trie.parameter(place);
            }
            if (next == Trie.NONE) {
                break;
            }
            place = next;
            at = end;
        }
        String segment = at < path.length() ? path.substring(at + 1, end(path, at)) : "";
        record Child(int place, int distance) {}
        List<Child> children = new ArrayList<>();
        int first = trie.firstChild(place);
        for (int i = 0; i < trie.childCount(place) && ++places <= 2 * MOST_PLACES; i++) {
            children.add(new Child(first + i, distance(segment, trie.text(first + i))));
        }
        children.sort(Comparator.comparingInt(Child::distance));
        children.stream().limit(most).forEach(child -> any(child.place));
        if (trie.parameter(place) != Trie.NONE) {
            any(trie.parameter(place));
        }
    }

    /** Takes the first route at or below a place. */
    private void any(int from) {
        int place = from;
        while (misses.size() < most) {
            if (trie.endingFrom(place) < trie.restTo(place)) {
                Candidate<T> first = trie.candidates[trie.endingFrom(place)];
                if (seen.add(first.name)) {
                    misses.add(new Miss(first.name, "path", head.path(), first.path.text()));
                }
                return;
            }
            int parameter = trie.parameter(place);
            if (parameter == Trie.NONE && trie.childCount(place) == 0) {
                return;
            }
            place = parameter == Trie.NONE ? trie.firstChild(place) : parameter;
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
