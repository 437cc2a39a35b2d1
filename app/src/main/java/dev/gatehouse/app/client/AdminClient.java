package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One gateway's Admin API. Every method blocks, so none is for the FX thread; an interrupt ends it. What is not an answer
 * of the 200s is {@link AdminFailed}.
 */
public final class AdminClient implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";

    /** No answer of the Admin API is larger; the largest, a configuration of 10,000 routes, has some megabytes. */
    private static final long LARGEST = 64L << 20;

    private final URI address;
    private final String root;
    private final String token;
    private final Trust trust;
    private final OkHttpClient http;

    /**
     * A client that believes whom the system trusts.
     *
     * @param address of the Admin API: scheme, host and port
     */
    public AdminClient(URI address, String token) {
        this(address, token, Trust.SYSTEM);
    }

    /**
     * A client.
     *
     * @param address of the Admin API: scheme, host and port
     * @param trust whom to believe over TLS
     */
    public AdminClient(URI address, String token, Trust trust) {
        this.address = address;
        root = address + "/admin/v1";
        this.token = token;
        this.trust = trust;
        http = trust.apply(new OkHttpClient.Builder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .readTimeout(Duration.ofSeconds(30))
                        .followRedirects(false))
                .build();
    }

    /**
     * Reads JSON.
     *
     * @param path begins with a slash, after {@code /admin/v1}; with its query, percent-encoded
     */
    public JsonNode get(String path) throws AdminFailed {
        return send("GET", path, null, Map.of()).body();
    }

    /**
     * Sends a request.
     *
     * @param body as JSON; null for none
     * @param headers more headers, such as {@code If-Match}; a {@code Content-Type} overrides JSON
     */
    public Reply send(String method, String path, @Nullable JsonNode body, Map<String, String> headers)
            throws AdminFailed {
        return sendText(method, path, body == null ? null : body.toString(), headers);
    }

    /** Sends a request with a body as text, JSON unless a {@code Content-Type} among the headers says otherwise. */
    public Reply sendText(String method, String path, @Nullable String body, Map<String, String> headers)
            throws AdminFailed {
        Request.Builder request = new Request.Builder().url(root + path).header("Authorization", "Bearer " + token);
        headers.forEach(request::header);
        String type = headers.getOrDefault("Content-Type", JSON_TYPE);
        boolean empty = body == null && (method.equals("GET") || method.equals("DELETE") || method.equals("HEAD"));
        request.method(method, empty ? null : RequestBody.create(body == null ? "" : body, MediaType.get(type)));
        try (Response response = http.newCall(request.build()).execute()) {
            Reply reply = read(response);
            if (response.isSuccessful()) {
                return reply;
            }
            Problem problem = Problem.of(response.code(), reply.body());
            throw new AdminFailed(problem.status(), problem.code(), problem.words(), problem.body());
        } catch (IOException e) {
            throw new AdminFailed(0, "", explain(e), JSON.createObjectNode());
        }
    }

    /**
     * One of its streams, not yet opened.
     *
     * @param path after {@code /admin/v1}, with its query
     * @param events gets each event, on a thread of the stream
     */
    public <T> EventStream<T> stream(
            String path, Class<T> type, InstantSource clock, Consumer<T> events, Consumer<Link> links) {
        return new EventStream<>(address, token, trust, path, type, clock, events, links);
    }

    /** Lets go of idle connections. */
    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    private static Reply read(Response response) throws IOException {
        String text = response.peekBody(LARGEST).string();
        String type = response.header("Content-Type", "");
        return new Reply(response.code(), parse(text, type), response.header("ETag"));
    }

    private static JsonNode parse(String text, String type) throws IOException {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        if (!type.contains("json")) {
            return TextNode.valueOf(text);
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IOException(Texts.get("live.unreadable", String.valueOf(e.getOriginalMessage())), e);
        }
    }

    private String explain(IOException failure) {
        if (failure instanceof ConnectException) {
            return Texts.get("admin.unreachable", URI.create(root).getAuthority());
        }
        if (failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return Texts.get("admin.cancelled");
        }
        return Texts.get("admin.broke", String.valueOf(failure.getMessage()));
    }
}
