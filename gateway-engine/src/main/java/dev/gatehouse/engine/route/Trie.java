package dev.gatehouse.engine.route;

import dev.gatehouse.engine.exchange.RequestHead;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All routes by host and path, laid out for look-up: what a request touches are a few places in a few arrays, so that a
 * table of ten thousand routes stays in the processor's caches as far as it can.
 *
 * <p>A <i>place</i> is a number. It stands after a host or some segments, and is a row of eight ints in {@code places}.
 * Its static children are found in one hash table for the whole trie ({@code edges}), whose entries hold the hash in the
 * upper half and the child in the lower; the child's row tells its parent and text, which are compared. The search goes to
 * the static child, else to the parameter's, else takes the place's own {@code /**}, and steps back when what it found
 * does not hold.
 */
final class Trie<T> {
    /** The place above all exact hosts. */
    static final int EXACT_HOSTS = 0;
    /** The place above all suffixes of hosts; they begin with a dot. */
    static final int HOST_SUFFIXES = 1;
    /** Where the paths of routes that name no host begin. */
    static final int ANY_HOST = 2;
    /** No place. */
    static final int NONE = -1;

    // The columns of a place.
    private static final int PARENT = 0;
    private static final int TEXT = 1;
    private static final int LENGTH = 2;
    private static final int PARAMETER = 3;
    private static final int LEAF = 4;
    private static final int ENDING = 5;
    private static final int REST = 6;
    private static final int WIDTH = 8; // a power of two, half a cache line

    private static final int CHILD_WIDTH = 2;

    private final int[] places;
    /** The first static child and their number by place; for those who list children. */
    private final int[] children;

    private final long[] edges;
    private final int mask;
    /** The texts of all segments and hosts, each once. */
    String texts = "";
    /** A place's routes that end there, then those that go on with {@code /**}, each in order of precedence. */
    final Candidate<T>[] candidates;

    Trie(int places, int edges, Candidate<T>[] candidates) {
        this.places = new int[places * WIDTH];
        for (int place = 0; place < places; place++) {
            this.places[place * WIDTH + PARAMETER] = NONE;
        }
        this.children = new int[places * CHILD_WIDTH];
        this.edges = new long[Math.max(4, Integer.highestOneBit(Math.max(1, edges)) << 2)];
        Arrays.fill(this.edges, NONE);
        this.mask = this.edges.length - 1;
        this.candidates = candidates;
    }

    void place(int place, int text, int length) {
        places[place * WIDTH + TEXT] = text;
        places[place * WIDTH + LENGTH] = length;
    }

    void leaf(int place, int from, int ending, int rest) {
        places[place * WIDTH + LEAF] = from;
        places[place * WIDTH + ENDING] = ending;
        places[place * WIDTH + REST] = rest;
    }

    void parameter(int place, int child) {
        places[place * WIDTH + PARAMETER] = child;
        places[child * WIDTH + PARENT] = place;
    }

    void children(int place, int first, int count) {
        children[place * CHILD_WIDTH] = first;
        children[place * CHILD_WIDTH + 1] = count;
    }

    void edge(int place, int hash, int child) {
        places[child * WIDTH + PARENT] = place;
        int mixed = mix(place, hash);
        int slot = mixed & mask;
        while (edges[slot] != NONE) {
            slot = slot + 1 & mask;
        }
        edges[slot] = (long) mixed << 32 | child;
    }

    /** As {@code String.hashCode} makes it of a segment's text, spread over the table and told apart by place. */
    private static int mix(int place, int hash) {
        int mixed = (hash + place * 0x9E3779B9) * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }

    /** The static child of a place for text[from, to), or {@link #NONE}. */
    int child(int place, String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int mixed = mix(place, hash);
        for (int slot = mixed & mask; ; slot = slot + 1 & mask) {
            long edge = edges[slot];
            if (edge == NONE) {
                return NONE;
            }
            if ((int) (edge >>> 32) == mixed) {
                int child = (int) edge;
                int row = child * WIDTH;
                if (places[row + PARENT] == place
                        && places[row + LENGTH] == to - from
                        && texts.regionMatches(places[row + TEXT], text, from, to - from)) {
                    return child;
                }
            }
        }
    }

    /** The place for a parameter after a place, or {@link #NONE}. */
    int parameter(int place) {
        return places[place * WIDTH + PARAMETER];
    }

    /** The first of a place's static children, which have consecutive numbers. */
    int firstChild(int place) {
        return children[place * CHILD_WIDTH];
    }

    /** How many static children a place has. */
    int childCount(int place) {
        return children[place * CHILD_WIDTH + 1];
    }

    /** A place's own text: a segment or a host; empty for a parameter. */
    String text(int place) {
        int start = places[place * WIDTH + TEXT];
        return texts.substring(start, start + places[place * WIDTH + LENGTH]);
    }

    /** Where the routes begin whose path ends at a place. */
    int endingFrom(int place) {
        return places[place * WIDTH + LEAF];
    }

    /** Where the routes begin that go on with {@code /**}; those that end at the place stop here. */
    int restFrom(int place) {
        return places[place * WIDTH + LEAF] + places[place * WIDTH + ENDING];
    }

    /** After the last route of a place. */
    int restTo(int place) {
        return restFrom(place) + places[place * WIDTH + REST];
    }

    /**
     * The first route below a place that takes the request, or null; fills in the routing's parameters and remainder.
     *
     * @param at where the next segment's slash stands; the path's length at its end
     */
    @Nullable
    Candidate<T> find(
            int place, RequestHead head, String path, int at, int parameters, int listener, Routing<T> routing) {
        if (at == path.length()) {
            Candidate<T> found = first(endingFrom(place), restFrom(place), head, listener, routing);
            return found != null ? found : rest(place, head, at, listener, routing);
        }
        int start = at + 1;
        int end = path.indexOf('/', start);
        if (end < 0) {
            end = path.length();
        }
        int next = child(place, path, start, end);
        if (next != NONE) {
            Candidate<T> found = find(next, head, path, end, parameters, listener, routing);
            if (found != null) {
                return found;
            }
        }
        int parameter = parameter(place);
        if (parameter != NONE && end > start) {
            routing.parameter(parameters, start, end);
            Candidate<T> found = find(parameter, head, path, end, parameters + 1, listener, routing);
            if (found != null) {
                return found;
            }
        }
        return rest(place, head, at, listener, routing);
    }

    private @Nullable Candidate<T> rest(int place, RequestHead head, int at, int listener, Routing<T> routing) {
        Candidate<T> found = first(restFrom(place), restTo(place), head, listener, routing);
        if (found != null) {
            routing.remainder(at);
        }
        return found;
    }

    private @Nullable Candidate<T> first(int from, int to, RequestHead head, int listener, Routing<T> routing) {
        for (int i = from; i < to; i++) {
            Candidate<T> candidate = candidates[i];
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
