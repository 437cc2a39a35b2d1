package dev.gatehouse.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real gateway on free ports, and a client of its Admin API. */
public final class TestGateway implements AutoCloseable {
    /** One listener, one route that answers by itself, one that goes nowhere. */
    public static final String CONFIG = """
        gatehouse: 1
        listeners:
          public: {address: 127.0.0.1, port: 0}
        upstreams:
          catalog:
            targets: [{address: "127.0.0.1:1"}]
        routes:
          hello:
            match: {path: /hello, methods: [GET]}
            forward: {respond: {status: 200, body: one}}
          catalog:
            match: {path: "/catalog/**"}
            forward: {upstream: catalog, path: "/**"}
        """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Starts a gateway with a document, or with what the directory has. */
    public static TestGateway start(Path directory, @Nullable String config) throws Exception {
        return new TestGateway(Gateway.start(options(directory, config)));
    }

    /** The options of {@link #start}. */
    public static GatewayOptions options(Path directory, @Nullable String config) throws IOException {
        Path file = null;
        if (config != null) {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            file = Files.writeString(directory.resolveSibling("first.yaml"), config);
        }
        return GatewayOptions.in(directory)
                .withAdmin(new InetSocketAddress("127.0.0.1", 0))
                .withConfig(file);
    }

    /** The gateway. */
    public Gateway gateway() {
        return gateway;
    }

    /** The URL of the Admin API without a path. */
    public String url() {
        return "http://127.0.0.1:" + gateway.adminAddress().getPort();
    }

    /** A request to the Admin API, with the token. */
    public HttpRequest.Builder admin(String path) {
        return HttpRequest.newBuilder(URI.create(url() + "/admin/v1" + path))
                .header("Authorization", "Bearer " + gateway.token());
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Reads from the Admin API as JSON. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(send(admin(path)));
    }

    /** Writes to the Admin API, with a base and a media type where they are given. */
    public HttpResponse<String> write(
            String method, String path, @Nullable String ifMatch, @Nullable String media, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = admin(path).method(method, BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (media != null) {
            request.header("Content-Type", media);
        }
        return send(request);
    }

    /** Creates an object of the configuration by the Admin API; refused if it is there. */
    public HttpResponse<String> create(String path, String media, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = admin(path).PUT(BodyPublishers.ofString(body));
        return send(request.header("If-None-Match", "*").header("Content-Type", media));
    }

    /** A request through the listener. */
    public HttpResponse<String> through(String path) throws IOException, InterruptedException {
        InetSocketAddress listener = Objects.requireNonNull(gateway.listeners().get("public"));
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listener.getPort() + path)));
    }

    /** The body of an answer. */
    public static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }
}
