package dev.gatehouse.engine.route;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for paths. A request's path is either brought into its one safe form, which routing, policies and the
 * target all see, or refused, because two programs could read it differently.
 *
 * <p>Refused: a path that does not start with a slash; an empty segment ({@code //}); a dot segment, also encoded or
 * followed by a {@code ;} parameter; an encoded slash, backslash or control character; a backslash, space, {@code #},
 * control or non-ASCII character as such; a percent sign without two hexadecimal digits; bytes that UTF-8 never has.
 *
 * <p>The safe form: encoded unreserved characters (RFC 3986 section 2.3) are decoded, other encodings are kept with capital
 * digits, and the characters that RFC 3986 does not allow in a path but clients send are encoded.
 */
public final class SafePath {
    /** Why a path is refused. */
    public enum Refusal {
        NOT_ABSOLUTE("the path does not start with a slash"),
        EMPTY_SEGMENT("the path has an empty segment"),
        DOT_SEGMENT("the path has a dot segment"),
        ENCODED_SEPARATOR("the path has an encoded slash or backslash"),
        ILLEGAL_CHARACTER("the path has a character that is not allowed in a path"),
        CONTROL_CHARACTER("the path has an encoded control character"),
        BAD_ENCODING("the path has an invalid percent-encoding");

        private final String message;

        Refusal(String message) {
            this.message = message;
        }

        /** What is wrong, a clause without a full stop. */
        public String message() {
            return message;
        }
    }

    private static final String ENCODED_BY_US = "\"<>^`{|}";

    private SafePath() {}

    /** Why the path (without query) is refused, or null if it has a safe form. Allocates nothing. */
    public static @Nullable Refusal refusal(String path) {
        int length = path.length();
        if (length == 0 || path.charAt(0) != '/') {
            return Refusal.NOT_ABSOLUTE;
        }
        int i = 1;
        while (i <= length) {
            int name = 0; // characters of the segment before a parameter
            int dots = 0; // how many of them are dots
            boolean parameter = false;
            int start = i;
            for (; i < length && path.charAt(i) != '/'; i++) {
                char c = path.charAt(i);
                if (c == '%') {
                    int octet = octet(path, i);
                    Refusal refusal = refusal(octet);
                    if (refusal != null) {
                        return refusal;
                    }
                    c = (char) octet;
                    i += 2;
                } else if (c <= ' ' || c >= 0x7f || c == '\\' || c == '#' || c == '?') {
                    return Refusal.ILLEGAL_CHARACTER;
                }
                parameter |= c == ';';
                if (!parameter) {
                    name++;
                    dots += c == '.' ? 1 : 0;
                }
            }
            boolean last = i >= length;
            if (name == 0 && !(last && start == i)) {
                return Refusal.EMPTY_SEGMENT; // "//", or a parameter without a name: some servers read "/;x/" as "//"
            }
            if (name > 0 && name <= 2 && dots == name) {
                return Refusal.DOT_SEGMENT;
            }
            i++;
        }
        return null;
    }

    private static @Nullable Refusal refusal(int octet) {
        if (octet < 0 || octet == 0xC0 || octet == 0xC1 || octet >= 0xF5) {
            return Refusal.BAD_ENCODING;
        }
        if (octet == '/' || octet == '\\') {
            return Refusal.ENCODED_SEPARATOR;
        }
        return octet < ' ' || octet == 0x7f ? Refusal.CONTROL_CHARACTER : null;
    }

    /**
     * The safe form of a path that is not refused: the same string where it is clean already.
     *
     * @param path a path for which {@link #refusal} is null
     */
    public static String normal(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' || ENCODED_BY_US.indexOf(c) >= 0) {
                return rewritten(path, i);
            }
        }
        return path;
    }

    private static String rewritten(String path, int from) {
        StringBuilder safe = new StringBuilder(path.length() + 8).append(path, 0, from);
        for (int i = from; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int octet = octet(path, i);
                if (unreserved(octet)) {
                    safe.append((char) octet);
                } else {
                    encode(safe, octet);
                }
                i += 2;
            } else if (ENCODED_BY_US.indexOf(c) >= 0) {
                encode(safe, c);
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static void encode(StringBuilder out, int octet) {
        out.append('%').append(digit(octet >> 4)).append(digit(octet & 15));
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }

    /** The octet of the percent-encoding at an index, or -1. */
    private static int octet(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        return high < 0 || low < 0 || path.charAt(percent + 1) > 'f' || path.charAt(percent + 2) > 'f'
                ? -1
                : high << 4 | low;
    }

    private static boolean unreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
