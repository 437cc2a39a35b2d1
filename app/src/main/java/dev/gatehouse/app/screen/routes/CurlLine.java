package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a curl command line says it. Options that do not say what is asked for are passed over.
 *
 * @param headers by name, as written
 */
record CurlLine(String method, URI url, Map<String, String> headers) {
    /** Options that take a value which says nothing of the request's head. */
    private static final List<String> PASSED = List.of(
            "-o", "--output", "-w", "--write-out", "-m", "--max-time", "--cacert", "-c", "-b", "-x", "--resolve");

    private static final List<String> BODIES =
            List.of("-d", "--data", "--data-raw", "--data-binary", "--data-urlencode", "-F", "--form", "--json", "-T");

    /** Reads a line; null if it has no URL. */
    static @Nullable CurlLine read(String line) {
        List<String> words = words(line);
        String method = "";
        String url = "";
        boolean body = false;
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            if (word.equals("-X") || word.equals("--request")) {
                method = next;
                i++;
            } else if (word.startsWith("-X") && word.length() > 2) {
                method = word.substring(2);
            } else if (word.equals("-H") || word.equals("--header")) {
                int colon = next.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            next.substring(0, colon).strip(),
                            next.substring(colon + 1).strip());
                }
                i++;
            } else if (word.equals("-I") || word.equals("--head")) {
                method = "HEAD";
            } else if (BODIES.contains(word)) {
                body = true;
                i++;
            } else if (word.equals("--url")) {
                url = next;
                i++;
            } else if (PASSED.contains(word)) {
                i++;
            } else if (!word.startsWith("-") && !(i == 0 && word.equals("curl"))) {
                url = word;
            }
        }
        return of(method.isEmpty() ? body ? "POST" : "GET" : method, url, headers);
    }

    /** A route that takes such requests: host, path and method; not the headers, of which most are of one client only. */
    ObjectNode route() {
        ObjectNode route = JsonNodeFactory.instance.objectNode();
        ObjectNode match = route.putObject("match");
        String host = url.getHost();
        if (host != null && !host.equals("localhost") && !host.matches("[0-9.]+|\\[.*")) {
            match.putArray("hosts").add(host.toLowerCase(Locale.ROOT));
        }
        match.put("path", url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath());
        match.putArray("methods").add(method.toUpperCase(Locale.ROOT));
        return route;
    }

    private static @Nullable CurlLine of(String method, String url, Map<String, String> headers) {
        if (url.isEmpty()) {
            return null;
        }
        try {
            URI read = new URI(url.contains("://") ? url : "http://" + url);
            return read.getHost() == null ? null : new CurlLine(method, read, headers);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Splits as a shell does: quotes, backslashes, lines that go on. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean within = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (within) {
                    words.add(word.toString());
                    word.setLength(0);
                    within = false;
                }
            } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
                char next = line.charAt(++i);
                if (next != '\n') {
                    word.append(next);
                    within = true;
                }
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                within = true;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
                within = true;
            }
        }
        if (within) {
            words.add(word.toString());
        }
        return words;
    }
}
