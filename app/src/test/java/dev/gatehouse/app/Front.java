package dev.gatehouse.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a gateway's Admin API and keeps a field back from its schema, as if the console were too old for it. */
final class Front implements AutoCloseable {
    private static final Set<String> NOT_COPIED = Set.of(
            "connection",
            "content-length",
            "host",
            "http2-settings",
            "transfer-encoding",
            "upgrade",
            "accept-encoding");

    private final URI gateway;
    private final String hidden;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newBuilder().executor(threads).build();

    Front(URI gateway, String hidden) throws IOException {
        this.gateway = gateway;
        this.hidden = hidden;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            copy(exchange.getRequestHeaders(), request::header);
            HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
            copy(answer.headers().map(), exchange.getResponseHeaders()::add);
            try (InputStream body = answer.body()) {
                if (exchange.getRequestURI().getPath().endsWith("/schema")) {
                    byte[] schema = without(body).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.statusCode(), schema.length);
                    exchange.getResponseBody().write(schema);
                } else {
                    exchange.sendResponseHeaders(answer.statusCode(), answer.statusCode() == 304 ? -1 : 0);
                    relay(body, exchange.getResponseBody());
                }
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What arrives is passed on at once: some answers are streams of events. */
    private static void relay(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[8192];
        for (int count = from.read(some); count >= 0; count = from.read(some)) {
            to.write(some, 0, count);
            to.flush();
        }
    }

    private interface Headers {
        void add(String name, String value);
    }

    private static void copy(Map<String, List<String>> from, Headers to) {
        from.forEach((name, values) -> {
            if (!NOT_COPIED.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                values.forEach(value -> to.add(name, value));
            }
        });
    }

    private String without(InputStream schema) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(schema);
        for (JsonNode properties : tree.findValues("properties")) {
            ((ObjectNode) properties).remove(hidden);
        }
        return tree.toString();
    }

    @Override
    public void close() {
        server.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
