package dev.gatehouse.engine.admin.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.exchange.RequestHead;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The head of an imagined request.
 *
 * @param path as written; the safe form is {@link #withPath}'s to give
 */
record Imagined(
        String listener,
        String method,
        String scheme,
        String host,
        String path,
        String query,
        HttpHeaders headers,
        String clientAddress)
        implements RequestHead {
    /**
     * Reads a request of {@code /explain}.
     *
     * @param listenerAt the name of the listener to assume for a port, which is 0 if the URL has none
     */
    static Imagined read(JsonNode body, IntFunction<String> listenerAt) {
        String url = body.path("url").asText();
        String method = body.path("method").asText("GET");
        if (url.isEmpty() || !method.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            throw new Refusal(
                    Problem.BAD_REQUEST, "Send at least {\"method\": \"GET\", \"url\": \"http://host/path\"}.");
        }
        HttpHeaders headers = headers(body.path("headers"));
        String scheme = "http";
        String authority = headers.get("host", "localhost");
        String target = url;
        int slashes = url.indexOf("://");
        if (slashes > 0) {
            scheme = url.substring(0, slashes).toLowerCase(Locale.ROOT);
            int path = url.indexOf('/', slashes + 3);
            authority = path < 0 ? url.substring(slashes + 3) : url.substring(slashes + 3, path);
            target = path < 0 ? "/" : url.substring(path);
        }
        int hash = target.indexOf('#');
        target = hash < 0 ? target : target.substring(0, hash);
        int mark = target.indexOf('?');
        int colon = authority.startsWith("[") ? authority.indexOf("]:") + 1 : authority.lastIndexOf(':');
        String port = colon > 0 ? authority.substring(colon + 1) : "";
        String host = (colon > 0 ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
        return new Imagined(
                body.path("listener").asText(listenerAt.apply(port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0)),
                method,
                scheme,
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                body.path("clientAddress").asText("127.0.0.1"));
    }

    private static HttpHeaders headers(JsonNode node) {
        HttpHeaders headers = new DefaultHttpHeaders();
        try {
            node.properties().forEach(header -> {
                if (header.getValue().isArray()) {
                    header.getValue().forEach(value -> headers.add(header.getKey(), value.asText()));
                } else {
                    headers.add(header.getKey(), header.getValue().asText());
                }
            });
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.BAD_REQUEST, "A header cannot be sent like this: " + e.getMessage() + ".");
        }
        return headers;
    }

    /** The same with the path in its safe form. */
    Imagined withPath(String safe) {
        return new Imagined(listener, method, scheme, host, safe, query, headers, clientAddress);
    }
}
