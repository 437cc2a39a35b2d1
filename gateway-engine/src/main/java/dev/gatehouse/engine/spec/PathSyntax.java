package dev.gatehouse.engine.spec;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how paths are written: segments of text, {@code {name}} and a {@code /**} at the end. */
final class PathSyntax {
    private static final Pattern STATIC =
            Pattern.compile("[A-Za-z0-9._~!$&'()*+,;=:@-]*+(%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,;=:@-]*+)*");
    private static final Pattern PARAMETER = Pattern.compile("\\{[A-Za-z_][A-Za-z0-9_]{0,63}}");
    private static final Pattern PARAMETERS_AND_TEXT =
            Pattern.compile("(" + STATIC.pattern() + PARAMETER.pattern() + ")*" + STATIC.pattern());

    private PathSyntax() {}

    /**
     * Says what is wrong with a path.
     *
     * @param pattern whether it is one to match, where a parameter is a whole segment and has a name of its own; else it
     *     is one to fill in
     */
    static @Nullable Complaint check(String path, boolean pattern) {
        if (!path.startsWith("/")) {
            boolean good = !path.isEmpty() && check("/" + path, pattern) == null;
            return new Complaint("a path that starts with /", good ? "Write /" + path + "." : null);
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            return new Complaint(
                    "a path without query and fragment", pattern ? "Match the query under 'query'." : null);
        }
        String[] segments = path.substring(1).split("/", -1);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < segments.length; i++) {
            Complaint complaint = segment(segments[i], i == segments.length - 1, pattern, names);
            if (complaint != null) {
                return complaint;
            }
        }
        return null;
    }

    private static @Nullable Complaint segment(String segment, boolean last, boolean pattern, Set<String> names) {
        if (segment.isEmpty()) {
            return last ? null : new Complaint("a path without empty segments (//)", null);
        }
        if (segment.equals(".") || segment.equals("..")) {
            return new Complaint("a path without the segments . and ..", null);
        }
        if (segment.equals("**")) {
            return last ? null : new Complaint("a path with /** only at its end", null);
        }
        if (segment.equals("*")) {
            return new Complaint(
                    "a path without the segment *", "Write {name} for one segment, ** at the end for any rest.");
        }
        if (PARAMETER.matcher(segment).matches()) {
            return names.add(segment) || !pattern
                    ? null
                    : new Complaint("a path in which every parameter has its own name", segment + " occurs twice.");
        }
        if (segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
            if (!pattern && PARAMETERS_AND_TEXT.matcher(segment).matches()) {
                return null;
            }
            return new Complaint(
                    pattern
                            ? "a path whose parameters are whole segments, such as /{id}"
                            : "a path whose parameters are written {name}",
                    null);
        }
        return STATIC.matcher(segment).matches() && !(pattern && segment.indexOf('*') >= 0)
                ? null
                : new Complaint(
                        "a path of letters, digits and - . _ ~ ! $ & ' ( ) + , ; = : @",
                        "Percent-encode other characters.");
    }
}
