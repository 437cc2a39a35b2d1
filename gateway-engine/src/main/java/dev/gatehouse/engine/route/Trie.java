package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one host by path. A node stands after some segments; the search goes to the static child, else to the
 * parameter's, else takes the node's own {@code /**}, and steps back when what it found does not hold.
 */
final class Trie<T> {
    /** A place after some segments. */
    static final class Node<T> {
        final SegmentMap<Node<T>> statics = new SegmentMap<>();

        @Nullable
        Node<T> parameter;
        /** Routes whose path ends here. */
        Candidate<T>[] ending = none();
        /** Routes whose path goes on with {@code /**} from here. */
        Candidate<T>[] rest = none();

        @SuppressWarnings({"unchecked", "rawtypes"}) // an empty array holds no value of a wrong type
        private static <T> Candidate<T>[] none() {
            return new Candidate[0];
        }
    }

    final Node<T> root = new Node<>();

    void add(Candidate<T> candidate) {
        Node<T> node = root;
        for (PathPattern.Segment segment : candidate.path.segments()) {
            node = segment.parameter() ? parameterOf(node) : staticOf(node, segment.text());
        }
        if (candidate.path.rest()) {
            node.rest = with(node.rest, candidate);
        } else {
            node.ending = with(node.ending, candidate);
        }
    }

    private static <T> Node<T> parameterOf(Node<T> node) {
        if (node.parameter == null) {
            node.parameter = new Node<>();
        }
        return node.parameter;
    }

    private static <T> Node<T> staticOf(Node<T> node, String text) {
        Node<T> child = node.statics.get(text);
        if (child == null) {
            child = new Node<>();
            node.statics.put(text, child);
        }
        return child;
    }

    private static <T> Candidate<T>[] with(Candidate<T>[] before, Candidate<T> added) {
        Candidate<T>[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = added;
        return after;
    }

    /** Puts every leaf into order and hands it on. */
    void finish(Consumer<List<Candidate<T>>> leaves) {
        List<Node<T>> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Node<T> node = open.removeLast();
            for (Candidate<T>[] leaf : List.of(node.ending, node.rest)) {
                Arrays.sort(leaf, Candidate.PRECEDENCE);
                if (leaf.length > 0) {
                    leaves.accept(Arrays.asList(leaf));
                }
            }
            if (node.parameter != null) {
                open.add(node.parameter);
            }
            String[] slots = node.statics.slots();
            for (int i = 0; i < slots.length; i++) {
                if (slots[i] != null) {
                    open.add(node.statics.value(i));
                }
            }
        }
    }

    /** The first route that takes the request, or null; fills in the routing's parameters and remainder. */
    @Nullable
    Candidate<T> find(RequestHead head, int listener, Routing<T> routing) {
        return find(root, head, head.path(), 0, 0, listener, routing);
    }

    /**
     * @param at where the next segment's slash stands; the path's length at its end
     */
    private @Nullable Candidate<T> find(
            Node<T> node, RequestHead head, String path, int at, int parameters, int listener, Routing<T> routing) {
        if (at == path.length()) {
            Candidate<T> found = first(node.ending, head, listener, routing);
            return found != null ? found : rest(node, head, at, listener, routing);
        }
        int start = at + 1;
        int end = path.indexOf('/', start);
        if (end < 0) {
            end = path.length();
        }
        Node<T> next = node.statics.get(path, start, end);
        if (next != null) {
            Candidate<T> found = find(next, head, path, end, parameters, listener, routing);
            if (found != null) {
                return found;
            }
        }
        if (node.parameter != null && end > start) {
            routing.parameter(parameters, start, end);
            Candidate<T> found = find(node.parameter, head, path, end, parameters + 1, listener, routing);
            if (found != null) {
                return found;
            }
        }
        return rest(node, head, at, listener, routing);
    }

    private @Nullable Candidate<T> rest(Node<T> node, RequestHead head, int at, int listener, Routing<T> routing) {
        Candidate<T> found = first(node.rest, head, listener, routing);
        if (found != null) {
            routing.remainder(at);
        }
        return found;
    }

    private @Nullable Candidate<T> first(Candidate<T>[] leaf, RequestHead head, int listener, Routing<T> routing) {
        for (Candidate<T> candidate : leaf) {
            if (candidate.takesMethod(head)) {
                if (candidate.takesRest(head, listener)) {
                    return candidate;
                }
            } else if (candidate.takesRest(head, listener)) {
                routing.allow(candidate.methods);
            }
        }
        return null;
    }
}
