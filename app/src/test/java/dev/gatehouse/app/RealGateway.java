package dev.gatehouse.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import dev.gatehouse.engine.StartFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * A real gateway with the shop's configuration, the console's connection to it, and a second writer. Connections are
 * opened and closed on the UI thread that the test gives.
 */
public final class RealGateway implements AutoCloseable {
    /** One route that answers by itself, one that leads to an upstream where nothing listens. */
    public static final String SHOP = """
        gatehouse: 1
        listeners:
          public: {address: 127.0.0.1, port: 0}
        upstreams:
          catalog: {targets: [{address: "127.0.0.1:9"}]}
          catalog-next: {targets: [{address: "127.0.0.1:9"}]}
        routes:
          hello: {match: {path: /hello, methods: [GET]}, forward: {respond: {status: 200, body: hello}}}
          products: {match: {path: /shop/products, methods: [GET]}, forward: {upstream: catalog}}
        """;

    private final Path folder;
    private final Executor ui;
    private final Gateway gateway;
    private final Jobs jobs;
    private final Current current = new Current();
    private final AdminClient other;
    private final URI address;

    /** Starts it. */
    public RealGateway(Path folder, Executor ui) {
        this.folder = folder;
        this.ui = ui;
        try {
            gateway = Gateway.start(GatewayOptions.in(folder.resolve("data")).embedded());
        } catch (StartFailed e) {
            throw new IllegalStateException(e);
        }
        jobs = new Jobs(ui, InstantSource.system());
        InetSocketAddress admin = gateway.adminAddress();
        address = URI.create("http://" + admin.getAddress().getHostAddress() + ":" + admin.getPort());
        other = new AdminClient(address, gateway.token());
        put(SHOP);
    }

    /** What the console shows. */
    public Current current() {
        return current;
    }

    /** The console's jobs. */
    public Jobs jobs() {
        return jobs;
    }

    /** A draft session, as a console has one; its files survive it. */
    public DraftSession session() {
        return new DraftSession(current, jobs, new ConsoleFolder(folder.resolve("console")));
    }

    /** Shows the gateway; on the UI thread. */
    public void show(String name, Environment environment) {
        ConsoleFolder files = new ConsoleFolder(folder.resolve("console"));
        LiveFeed live = new LiveFeed(address, gateway.token(), ui, InstantSource.system());
        current.show(new Connection(
                "test",
                name,
                environment,
                address,
                new AdminClient(address, gateway.token()),
                live,
                new Memory(files, "test")));
        live.connect();
    }

    /** The administrator's. */
    public String token() {
        return gateway.token();
    }

    /** Somebody else's Admin API. */
    public AdminClient other() {
        return other;
    }

    /** Somebody else replaces the configuration, whatever it is. */
    public int put(String yaml) {
        try {
            return new Configurations(other)
                    .put((ObjectNode) yaml(yaml), "*", WriteOptions.plain("By another hand"))
                    .revision();
        } catch (AdminFailed e) {
            throw new IllegalStateException(e.words() + " " + e.body(), e);
        }
    }

    /** Stops it while the console still looks; {@link #close} may follow. */
    public void halt() {
        try {
            gateway.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is active now. */
    public ObjectNode active() {
        try {
            return new Configurations(other).get().document();
        } catch (AdminFailed e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a listener is bound. */
    public int port(String listener) {
        return Objects.requireNonNull(gateway.listeners().get(listener)).getPort();
    }

    /** What a client gets: the status and the body. */
    public String get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + port("public") + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A document or a value. */
    public static JsonNode yaml(String text) {
        try {
            return new ObjectMapper()
                    .readTree(new ObjectMapper(new YAMLFactory()).readTree(text).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        other.close();
        try {
            gateway.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its Admin API. */
    public URI address() {
        return address;
    }
}
