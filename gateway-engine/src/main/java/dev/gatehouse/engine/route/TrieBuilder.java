package dev.gatehouse.engine.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Routes by host and path while they are collected; {@link #build} lays them out for look-up. */
final class TrieBuilder<T> {
    /** A place after some segments. */
    static final class Branch<T> {
        final String text;
        /** By text; null while there are none, since most places have none. */
        @Nullable
        Map<String, Branch<T>> statics;

        @Nullable
        Branch<T> parameter;
        /** Routes whose path ends here. */
        final List<Candidate<T>> ending = new ArrayList<>(1);
        /** Routes whose path goes on with {@code /**} from here. */
        final List<Candidate<T>> rest = new ArrayList<>(0);

        int number;

        Branch(String text) {
            this.text = text;
        }

        Branch<T> to(String segment) {
            if (statics == null) {
                statics = new HashMap<>(4);
            }
            return statics.computeIfAbsent(segment, Branch::new);
        }

        Branch<T> toParameter() {
            if (parameter == null) {
                parameter = new Branch<>("");
            }
            return parameter;
        }
    }

    /** The roots of exact hosts, of suffixes (which start with a dot), and of routes that name no host. */
    private final List<Branch<T>> roots = List.of(new Branch<>(""), new Branch<>(""), new Branch<>(""));

    private int routes;

    /**
     * Adds a route.
     *
     * @param root one of {@link Trie}'s
     * @param host in lower case; null below {@link Trie#ANY_HOST}
     */
    void add(int root, @Nullable String host, Candidate<T> candidate) {
        Branch<T> branch = roots.get(root);
        branch = host == null ? branch : branch.to(host);
        for (PathPattern.Segment segment : candidate.path.segments()) {
            branch = segment.parameter() ? branch.toParameter() : branch.to(segment.text());
        }
        (candidate.path.rest() ? branch.rest : branch.ending).add(candidate);
        routes++;
    }

    /** Lays everything out, and hands on every group of routes with the same host and path, in order of precedence. */
    Trie<T> build(Consumer<List<Candidate<T>>> leaves) {
        List<Branch<T>> all = numbered();
        int edges = all.size() - roots.size();
        Trie<T> trie = new Trie<>(all.size(), edges, candidates());
        Map<String, Integer> starts = new HashMap<>();
        StringBuilder texts = new StringBuilder();
        int leaf = 0;
        for (Branch<T> branch : all) {
            Integer start = starts.get(branch.text);
            if (start == null) {
                start = texts.length();
                starts.put(branch.text, start);
                texts.append(branch.text);
            }
            trie.place(branch.number, start, branch.text.length());
            trie.leaf(branch.number, leaf, branch.ending.size(), branch.rest.size());
            leaf = put(branch.ending, trie.candidates, leaf, leaves);
            leaf = put(branch.rest, trie.candidates, leaf, leaves);
        }
        for (Branch<T> branch : all) {
            if (branch.statics != null) {
                int first = Integer.MAX_VALUE;
                for (Branch<T> child : branch.statics.values()) {
                    trie.edge(branch.number, child.text.hashCode(), child.number);
                    first = Math.min(first, child.number);
                }
                trie.children(branch.number, first, branch.statics.size());
            }
            if (branch.parameter != null) {
                trie.parameter(branch.number, branch.parameter.number);
            }
        }
        trie.texts = texts.toString();
        return trie;
    }

    /** All places by number: the children of one stand together, and what lies below one lies near it. */
    private List<Branch<T>> numbered() {
        List<Branch<T>> all = new ArrayList<>();
        Deque<Branch<T>> open = new ArrayDeque<>();
        roots.forEach(root -> number(root, all, open));
        for (Branch<T> branch = open.pollLast(); branch != null; branch = open.pollLast()) {
            if (branch.statics != null) {
                branch.statics.values().forEach(child -> number(child, all, open));
            }
            if (branch.parameter != null) {
                number(branch.parameter, all, open);
            }
        }
        return all;
    }

    private static <T> void number(Branch<T> branch, List<Branch<T>> all, Deque<Branch<T>> open) {
        branch.number = all.size();
        all.add(branch);
        open.addLast(branch);
    }

    private static <T> int put(
            List<Candidate<T>> leaf, Candidate<T>[] all, int at, Consumer<List<Candidate<T>>> leaves) {
        if (!leaf.isEmpty()) {
            leaf.sort(Candidate.PRECEDENCE);
            leaves.accept(leaf);
            for (int i = 0; i < leaf.size(); i++) {
                all[at + i] = leaf.get(i);
            }
        }
        return at + leaf.size();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // only candidates of T go in
    private Candidate<T>[] candidates() {
        return new Candidate[routes];
    }
}
