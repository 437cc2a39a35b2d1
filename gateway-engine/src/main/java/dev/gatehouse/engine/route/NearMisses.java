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

    /** A place on the way that the path matches, and where the next segment's slash stands. */
    private record Step(int place, int at) {}

    /** A child beside the way, and how unlike the segment of the path its text is. */
    private record Child(int place, int distance) {}

    /**
     * Goes as deep as the path matches, and from there back up until a place has other children: a route whose deeper
     * segments are others is nearer than one that begins otherwise.
     */
    private void similar(int root) {
        List<Step> way = way(root);
        int through = Trie.NONE;
        for (Step step : way.reversed()) {
            int before = misses.size();
            beside(step, through);
            if (misses.size() > before) {
                return;
            }
            shorter(step);
            through = step.place;
        }
    }

    private List<Step> way(int root) {
        String path = head.path();
        List<Step> way = new ArrayList<>();
        int place = root;
        int at = 0;
        while (place != Trie.NONE) {
            way.add(new Step(place, at));
            if (at == path.length() || way.size() > MOST_PLACES) {
                break;
            }
            int end = end(path, at);
            int next = trie.child(place, path, at + 1, end);
            place = next == Trie.NONE && end > at + 1 ? trie.parameter(place) : next;
            at = end;
        }
        return way;
    }

    /** Takes the children of a place whose text is most like the path's next segment, and the parameter's. */
    private void beside(Step step, int through) {
        String path = head.path();
        int end = step.at < path.length() ? end(path, step.at) : step.at;
        String segment = step.at < path.length() ? path.substring(step.at + 1, end) : "";
        List<Child> children = new ArrayList<>();
        int first = trie.firstChild(step.place);
        for (int i = 0; i < trie.childCount(step.place) && ++places <= 2 * MOST_PLACES; i++) {
            if (first + i != through) {
                children.add(new Child(first + i, distance(segment, trie.text(first + i))));
            }
        }
        children.sort(Comparator.comparingInt(Child::distance));
        children.stream().limit(most).forEach(child -> any(child.place, end));
        int parameter = trie.parameter(step.place);
        if (parameter != Trie.NONE && parameter != through) {
            any(parameter, end);
        }
    }

    /** Takes the first route whose path ends where the request's goes on. */
    private void shorter(Step step) {
        if (step.at < head.path().length()
                && misses.size() < most
                && trie.endingFrom(step.place) < trie.restFrom(step.place)) {
            unlike(trie.candidates[trie.endingFrom(step.place)]);
        }
    }

    /** Takes the first route at or below a place, along the path as far as it is alike. */
    private void any(int from, int slash) {
        String path = head.path();
        int place = from;
        int at = slash;
        while (place != Trie.NONE && misses.size() < most) {
            if (trie.endingFrom(place) < trie.restTo(place)) {
                unlike(trie.candidates[trie.endingFrom(place)]);
                return;
            }
            int next = Trie.NONE;
            if (at < path.length()) {
                int end = end(path, at);
                next = trie.child(place, path, at + 1, end);
                at = end;
            }
            next = next == Trie.NONE ? trie.parameter(place) : next;
            place = next == Trie.NONE && trie.childCount(place) > 0 ? trie.firstChild(place) : next;
        }
    }

    private void unlike(Candidate<T> candidate) {
        if (seen.add(candidate.name)) {
            misses.add(new Miss(candidate.name, "path", head.path(), candidate.path.text()));
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
