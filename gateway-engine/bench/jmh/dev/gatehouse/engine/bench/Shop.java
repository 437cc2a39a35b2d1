package dev.gatehouse.engine.bench;

import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.model.Match;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Map;

/**
 * Routes as a company has them: services of five routes each, every other one with a host of its own, the rest below a
 * prefix of the shared host. No expressions.
 */
final class Shop {
    static final String LISTENER = "public";

    private static final List<String> PATHS =
            List.of("/orders", "/orders/{id}", "/orders/{id}/lines/{line}", "/products/**", "/health");
    private static final List<String> HITS =
            List.of("/orders", "/orders/4711", "/orders/4711/lines/3", "/products/tea/green/sencha", "/health");

    private Shop() {}

    private static int service(int route) {
        return route / PATHS.size();
    }

    private static boolean ownHost(int route) {
        return service(route) % 2 == 0;
    }

    static String host(int route) {
        return ownHost(route) ? "svc-" + service(route) + ".example.com" : "api.example.com";
    }

    private static String prefix(int route) {
        return ownHost(route) ? "" : "/svc-" + service(route);
    }

    static String path(int route) {
        return prefix(route) + PATHS.get(route % PATHS.size());
    }

    static Match match(int route) {
        return new Match(
                List.of(), List.of(host(route)), path(route), List.of("GET", "POST"), Map.of(), Map.of(), null);
    }

    /** A request that the route takes. */
    static Head request(int route) {
        return new Head(host(route), prefix(route) + HITS.get(route % HITS.size()));
    }

    /** The same routes as a document in YAML, each to one of a hundred upstreams. */
    static String document(int routes) {
        StringBuilder text = new StringBuilder("gatehouse: 1\nlisteners:\n  " + LISTENER + ": {port: 8080}\nupstreams:\n");
        int upstreams = Math.min(routes, 100);
        for (int i = 0; i < upstreams; i++) {
            text.append("  u").append(i).append(": {targets: [{address: \"10.0.0.").append(i).append(":8080\"}]}\n");
        }
        text.append("routes:\n");
        for (int i = 0; i < routes; i++) {
            text.append("  r%d: {match: {hosts: [%s], path: \"%s\", methods: [GET, POST]}, forward: {upstream: u%d}}%n"
                    .formatted(i, host(i), path(i), i % upstreams));
        }
        return text.toString();
    }

    record Head(String host, String path) implements RequestHead {
        @Override
        public String listener() {
            return LISTENER;
        }

        @Override
        public String method() {
            return "GET";
        }

        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public String query() {
            return "";
        }

        @Override
        public HttpHeaders headers() {
            return EmptyHttpHeaders.INSTANCE;
        }

        @Override
        public String clientAddress() {
            return "192.0.2.7";
        }
    }
}
