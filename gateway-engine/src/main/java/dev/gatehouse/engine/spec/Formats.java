package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Setting;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the kinds of text that settings name. Nothing here asks a name server. */
final class Formats {
    /** Longer patterns, names and the like are accidents, and regular expressions recurse over them. */
    private static final int MAX_LENGTH = 4000;

    private static final String LABEL = "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
    private static final String HOST = LABEL + "(\\." + LABEL + ")*";
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";
    private static final String IPV6 = "[0-9A-Fa-f:.]{2,45}";

    private static final Pattern IS_IPV4 = Pattern.compile(IPV4);
    private static final Pattern IS_IPV6 = Pattern.compile(IPV6);
    private static final Pattern IS_HOST = Pattern.compile(HOST);
    private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[(?<v6>[^]]*)]|(?<host>[^:\\[\\]]+)):(?<port>[0-9]{1,5})");
    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z0-9_-]{0,31}");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");
    private static final Pattern PERCENT = Pattern.compile("(100|[1-9]?[0-9])%");
    private static final Pattern FAILURE = Pattern.compile("connect-failure|reset|timeout|5[0-9]{2}");
    private static final Pattern LOCATION = Pattern.compile("https?://(?<authority>[^/?#]+)(?<path>/[^?#]*)?");

    private Formats() {}

    /** What is wrong with a text of a format, or null if nothing is. */
    static @Nullable Complaint check(Setting.Format format, String text) {
        if (text.length() > MAX_LENGTH && format != Setting.Format.TEXT && format != Setting.Format.LINES) {
            return new Complaint("at most " + MAX_LENGTH + " characters", null);
        }
        return switch (format) {
            case TEXT -> unless(isFree(text, false), "one line of text", "Remove line breaks and control characters.");
            case LINES, EXPRESSION -> unless(isFree(text, true), "text", "Remove the control characters.");
            case NAME -> unless(Names.validKey(text), "a name: " + Names.RULE, nameFor(text));
            case ADDRESS -> address(text);
            case HOST_PATTERN -> hostPattern(text);
            case BIND_ADDRESS ->
                unless(
                        isIp(text),
                        "an IP address such as 0.0.0.0, 127.0.0.1 or ::",
                        text.equalsIgnoreCase("localhost") ? "Write 127.0.0.1." : null);
            case CIDR -> cidr(text);
            case PATH_PATTERN -> PathSyntax.check(text, true);
            case PATH_TEMPLATE -> PathSyntax.check(text, false);
            case LOCATION -> location(text);
            case METHOD -> unless(METHOD.matcher(text).matches(), "an HTTP method in capitals", method(text));
            case HEADER_NAME ->
                unless(TOKEN.matcher(text).matches(), "a header name: letters, digits and dashes", null);
            case HEADER_VALUE ->
                unless(
                        text.equals(text.strip()) && text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t'),
                        "a header value: printable ASCII without spaces at the ends",
                        null);
            case PERCENT ->
                unless(
                        PERCENT.matcher(text).matches(),
                        "a share from 0% to 100%",
                        "Write a whole number and %, as 20%.");
            case FAILURE ->
                unless(
                        FAILURE.matcher(text).matches(),
                        "connect-failure, reset, timeout or a status from \"500\" to \"599\"",
                        null);
        };
    }

    /** The one spelling of texts that may be written in several. */
    static String normal(Setting.Format format, String text) {
        return format == Setting.Format.HOST_PATTERN ? text.toLowerCase(Locale.ROOT) : text;
    }

    /** A regular expression that every text of the format matches, for schemas; null where there is no telling one. */
    static @Nullable String pattern(Setting.Format format) {
        return switch (format) {
            case NAME -> Names.KEY;
            case ADDRESS -> "(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]]+):[0-9]{1,5}";
            case HOST_PATTERN -> "(\\*\\.)?[A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\]";
            case BIND_ADDRESS -> "[0-9A-Fa-f:.]+";
            case CIDR -> "[0-9A-Fa-f:.]+(/[0-9]{1,3})?";
            case PATH_PATTERN, PATH_TEMPLATE -> "/[^?#\\\\]*";
            case LOCATION -> "(https?://[^/?#]+)?(/[^?#\\\\]*)?";
            case METHOD -> METHOD.pattern();
            case HEADER_NAME -> "[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}";
            case HEADER_VALUE -> "[\\t -~]*";
            case PERCENT -> PERCENT.pattern();
            case FAILURE -> FAILURE.pattern();
            case TEXT, LINES, EXPRESSION -> null;
        };
    }

    private static @Nullable Complaint unless(boolean good, String must, @Nullable String hint) {
        return good ? null : new Complaint(must, hint);
    }

    /** Whether a text has no control characters but tabs and, where they may be, line breaks. */
    private static boolean isFree(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\t' && !(lines && (c == '\n' || c == '\r'))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Complaint address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        String must = "host:port, with an IPv6 address in brackets";
        if (!matcher.matches()) {
            String withoutScheme = text.replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
            boolean onlyPort = IS_HOST.matcher(text).matches();
            return new Complaint(
                    must,
                    onlyPort
                            ? "Add the port, as in " + text + ":80."
                            : isIpv6(text)
                                    ? "Write [" + text + "]:80."
                                    : ADDRESS.matcher(withoutScheme).matches() ? "Write " + withoutScheme + "." : null);
        }
        String v6 = matcher.group("v6");
        String host = matcher.group("host");
        if (v6 != null ? !isIpv6(v6) : !isHost(host)) {
            return new Complaint(must, "'" + (v6 != null ? v6 : host) + "' is neither a host name nor an IP address.");
        }
        int port = Integer.parseInt(matcher.group("port"));
        return unless(port >= 1 && port <= 65535, must, "A port is between 1 and 65535.");
    }

    private static @Nullable Complaint hostPattern(String text) {
        String host = text.startsWith("*.") ? text.substring(2) : text;
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 2;
        boolean good = bracketed ? isIpv6(text.substring(1, text.length() - 1)) : isHost(host);
        String hint = text.equals("*")
                ? "Leave hosts out to take any host."
                : text.contains(":") && !bracketed ? "Leave scheme and port out." : null;
        return unless(good, "a host name, *. and a suffix, or an IP address", hint);
    }

    private static @Nullable Complaint cidr(String text) {
        int slash = text.indexOf('/');
        String ip = slash < 0 ? text : text.substring(0, slash);
        boolean good = isIp(ip);
        if (good && slash >= 0) {
            String bits = text.substring(slash + 1);
            int most = IS_IPV4.matcher(ip).matches() ? 32 : 128;
            good = bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most;
        }
        return unless(good, "an IP address or a network such as 10.0.0.0/8", null);
    }

    private static @Nullable Complaint location(String text) {
        if (text.startsWith("/")) {
            return PathSyntax.check(text, false);
        }
        Matcher matcher = LOCATION.matcher(text);
        String must = "an http or https URL, or a path that starts with /";
        if (!matcher.matches()) {
            return new Complaint(must, null);
        }
        String authority = matcher.group("authority");
        if (!isHost(authority) && address(authority) != null) {
            return new Complaint(must, "'" + authority + "' is neither a host name nor host:port.");
        }
        String path = matcher.group("path");
        return path == null ? null : PathSyntax.check(path, false);
    }

    private static @Nullable String method(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return METHOD.matcher(upper).matches() ? "Write " + upper + "." : null;
    }

    private static @Nullable String nameFor(String text) {
        String guess =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]+", "-").replaceAll("^[._@-]+", "");
        return Names.valid(guess) ? "Write " + guess + "." : null;
    }

    private static boolean isHost(String text) {
        return text.length() <= 253
                && (DIGITS_AND_DOTS.matcher(text).matches()
                        ? IS_IPV4.matcher(text).matches()
                        : IS_HOST.matcher(text).matches());
    }

    private static boolean isIp(String text) {
        return IS_IPV4.matcher(text).matches() || isIpv6(text);
    }

    private static boolean isIpv6(String text) {
        if (!IS_IPV6.matcher(text).matches() || text.indexOf(':') < 0) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
