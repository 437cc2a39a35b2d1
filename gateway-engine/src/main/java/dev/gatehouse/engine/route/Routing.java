package dev.gatehouse.engine.route;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The outcome of a look-up. Reused from one to the next by its one thread; good until the next look-up. */
public final class Routing<T> {
    private static final int USUAL_PARAMETERS = 8;

    private @Nullable Candidate<T> found;
    private String path = "";
    private int[] bounds = new int[2 * USUAL_PARAMETERS];
    private int remainder;
    private @Nullable SortedSet<String> allow;

    void start(String requestPath) {
        found = null;
        path = requestPath;
        remainder = requestPath.length();
        allow = null;
    }

    void parameter(int index, int start, int end) {
        if (2 * index == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * index] = start;
        bounds[2 * index + 1] = end;
    }

    void remainder(int from) {
        remainder = from;
    }

    void allow(String[] methods) {
        if (allow == null) {
            allow = new TreeSet<>();
        }
        allow.addAll(Arrays.asList(methods));
    }

    void found(Candidate<T> candidate) {
        found = candidate;
    }

    /** What stands at the route that takes the request, or null if none does. */
    public @Nullable T value() {
        return found == null ? null : found.value;
    }

    /** The name of the route that takes the request, or null if none does. */
    public @Nullable String route() {
        return found == null ? null : found.name;
    }

    /** Where no route takes the request: the methods with which one would, for {@code Allow}; null if there is none. */
    public @Nullable String allow() {
        return found != null || allow == null ? null : String.join(", ", allow);
    }

    /** The parameters of the match by name, in their safe form. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        if (found != null) {
            for (int i = 0; i < found.path.parameters().size(); i++) {
                all.put(found.path.parameters().get(i), path.substring(bounds[2 * i], bounds[2 * i + 1]));
            }
        }
        return all;
    }

    /** What {@code /**} took: empty, or text that starts with a slash. */
    public String remainder() {
        return path.substring(remainder);
    }

    void appendParameter(int index, StringBuilder out) {
        out.append(path, bounds[2 * index], bounds[2 * index + 1]);
    }

    void appendRemainder(StringBuilder out) {
        out.append(path, remainder, path.length());
    }
}
