package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import java.util.Locale;

/** Reads the host of a request: a name or an IP address, with or without a port (RFC 9110 section 7.2). */
final class HostName {
    private HostName() {}

    /**
     * The host in lower case, without port and final dot.
     *
     * @throws Refusal if the text is no host
     */
    static String of(String authority) throws Refusal {
        int end = authority.length();
        if (authority.startsWith("[")) {
            int close = authority.indexOf(']');
            if (close < 0) {
                throw invalid();
            }
            checkPort(authority, close + 1);
            checkLiteral(authority, close);
            return authority.substring(0, close + 1).toLowerCase(Locale.ROOT);
        }
        int colon = authority.indexOf(':');
        if (colon >= 0) {
            checkPort(authority, colon);
            end = colon;
        }
        boolean lower = true;
        for (int i = 0; i < end; i++) {
            char c = authority.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            lower &= !capital;
            if (!(capital || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_')
                    && !(c == '.' && i > 0 && authority.charAt(i - 1) != '.')) {
                throw invalid();
            }
        }
        if (end > 0 && authority.charAt(end - 1) == '.') {
            end--;
        }
        if (end == 0 || end > 253) {
            throw invalid();
        }
        String host = authority.substring(0, end);
        return lower ? host : host.toLowerCase(Locale.ROOT);
    }

    private static void checkLiteral(String authority, int close) throws Refusal {
        for (int i = 1; i < close; i++) {
            char c = authority.charAt(i);
            if (Character.digit(c, 16) < 0 && c != ':' && c != '.') {
                throw invalid();
            }
        }
        if (close < 3) {
            throw invalid();
        }
    }

    private static void checkPort(String authority, int colon) throws Refusal {
        if (colon == authority.length()) {
            return;
        }
        if (authority.charAt(colon) != ':' || authority.length() - colon > 6) {
            throw invalid();
        }
        for (int i = colon + 1; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (c < '0' || c > '9') {
                throw invalid();
            }
        }
    }

    private static Refusal invalid() {
        return new Refusal(Fault.INVALID_HOST, "the Host is not a host name with an optional port");
    }
}
