package dev.gatehouse.engine.admin;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP server of the Admin API; takes connections from {@link #start} to {@link #close}. */
public final class AdminServer implements AutoCloseable {
    /** Where all endpoints are. */
    public static final String BASE = "/admin/v1";

    private final Javalin javalin;
    private final InetAddress address;

    private AdminServer(Javalin javalin, InetAddress address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Starts the server.
     *
     * @param endpoints what it serves, {@code /openapi.json} excepted, which it adds
     * @param version the program's version
     */
    public static AdminServer start(AdminSettings settings, List<Endpoint> endpoints, String version) {
        List<Endpoint> all = new ArrayList<>(endpoints);
        all.add(Endpoint.get("/openapi.json", "Describes this API (OpenAPI 3.1).")
                .answers(200, "The description.", Shape.document())
                .by(ctx -> Bodies.answer(ctx, 200, OpenApi.document(all, version))));
        List<Served> served = all.stream().map(Served::new).toList();
        Gatekeeper gatekeeper = new Gatekeeper(
                settings,
                path -> served.stream()
                        .anyMatch(s -> s.open && s.path.matcher(path).matches()));
        Problems problems = new Problems(path -> served.stream()
                .filter(s -> s.path.matcher(path).matches())
                .flatMap(Served::methods)
                .sorted()
                .toList());
        Javalin javalin = Javalin.create(config -> {
            plain(config);
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, settings.address()));
            config.routes.before(gatekeeper::check);
            served.forEach(s -> s.register(config));
            problems.register(config.routes);
        });
        javalin.start(
                settings.address().getAddress().getHostAddress(),
                settings.address().getPort());
        return new AdminServer(javalin, settings.address().getAddress());
    }

    private static void plain(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = Bodies.LIMIT;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
            // The cache compares values without regard to case: a token in other letters would pass as the one before.
            http.setHeaderCacheSize(0);
        });
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ServerErrors());
            server.setStopTimeout(2_000);
        });
    }

    private static ServerConnector connector(Server jetty, HttpConfiguration http, InetSocketAddress address) {
        ServerConnector connector = new ServerConnector(jetty, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setShutdownIdleTimeout(100);
        return connector;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(address, javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }

    /** An endpoint at its place in the server. */
    private static final class Served {
        private final Endpoint endpoint;
        private final boolean open;
        private final Pattern path;

        Served(Endpoint endpoint) {
            this.endpoint = endpoint;
            open = endpoint.open();
            // Probes and scrapers expect what is open at the root as well.
            String base = open ? "(" + BASE + ")?" : BASE;
            path = Pattern.compile(base + endpoint.path().replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
        }

        /** What can be read can be asked for its head alone (RFC 9110, section 9.3.2). */
        Stream<String> methods() {
            return endpoint.method().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(endpoint.method());
        }

        void register(JavalinConfig config) {
            methods().forEach(method -> {
                HandlerType type = HandlerType.findOrCreate(method);
                Handler handler = method.equals("HEAD") && isStream() ? Served::streamHead : endpoint.handler();
                config.routes.addHttpHandler(type, BASE + endpoint.path(), handler);
                if (open) {
                    config.routes.addHttpHandler(type, endpoint.path(), handler);
                }
            });
        }

        private boolean isStream() {
            return endpoint.answers().values().stream()
                    .anyMatch(answer -> answer.media().contains(Endpoint.EVENTS));
        }

        /** A stream has no end to wait for. */
        private static void streamHead(Context ctx) {
            ctx.contentType(Endpoint.EVENTS).header("Cache-Control", "no-store");
        }
    }
}
