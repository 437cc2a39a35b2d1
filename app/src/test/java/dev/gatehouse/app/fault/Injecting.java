package dev.gatehouse.app.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** An Admin API that knows injections and nothing else. */
public final class Injecting implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Instant now;
    private final ObjectNode all = JSON.createObjectNode();
    private final ArrayNode items = all.putArray("items");
    private volatile String refusal = "";

    /** One whose clock stands. */
    public Injecting(Instant now) throws IOException {
        this.now = now;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/admin/v1/injections", this::answer);
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Refuses every further fault with this. */
    public void refuse(String why) {
        refusal = why;
    }

    /** Somebody else starts one. */
    public synchronized void add(String yaml) throws IOException {
        items.add(JSON.readTree(yaml));
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> send(exchange, 200, all);
                case "DELETE" -> {
                    String path = exchange.getRequestURI().getPath();
                    for (int i = items.size() - 1; i >= 0; i--) {
                        if (path.endsWith("/" + items.get(i).path("id").asText())) {
                            items.remove(i);
                        }
                    }
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> start(exchange);
            }
        }
    }

    private void start(HttpExchange exchange) throws IOException {
        ObjectNode wanted = (ObjectNode) JSON.readTree(exchange.getRequestBody());
        if (!refusal.isEmpty()) {
            send(exchange, 422, JSON.createObjectNode().put("title", refusal).put("detail", refusal));
            return;
        }
        Duration length = Duration.parse("PT" + wanted.remove("for").asText().toUpperCase(java.util.Locale.ROOT));
        wanted.put("id", "i" + (items.size() + 1))
                .put("startedAt", now.toString())
                .put("endsAt", now.plus(length).toString())
                .put("author", "admin")
                .put("hits", 12);
        items.add(wanted);
        send(exchange, 201, wanted);
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
