package dev.gatehouse.engine;

import dev.gatehouse.engine.admin.AdminServer;
import dev.gatehouse.engine.admin.AdminSettings;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.control.AdminToken;
import dev.gatehouse.engine.control.Audit;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.DamagedRevision;
import dev.gatehouse.engine.control.DataDirectory;
import dev.gatehouse.engine.control.DirectoryFailed;
import dev.gatehouse.engine.control.History;
import dev.gatehouse.engine.control.Interventions;
import dev.gatehouse.engine.control.MasterKey;
import dev.gatehouse.engine.control.Refused;
import dev.gatehouse.engine.control.Renewals;
import dev.gatehouse.engine.control.Secrets;
import dev.gatehouse.engine.http.HttpDataPath;
import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.outbound.Prober;
import dev.gatehouse.engine.outbound.discovery.Discoverer;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.store.Store;
import dev.gatehouse.engine.store.StoreFailed;
import dev.gatehouse.engine.store.calls.CallStoreLimits;
import dev.gatehouse.engine.store.calls.DuckCallStore;
import dev.gatehouse.engine.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running gateway. Several may run in one process, each with a data directory of its own. It starts in the order lock,
 * store, last active revision, data path, Admin API, with whatever does not depend on each other side by side. It stops
 * by saying that it is not ready, letting requests in flight finish while the Admin API still answers, and then letting
 * go of the rest in the reverse order.
 */
public final class Gateway implements AutoCloseable {
    /** The program's version. */
    public static final String VERSION = "0.1.0";

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int ADMIN_PORT = 8001;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Executor THREADS =
            task -> Thread.ofPlatform().daemon().name("start").start(task);

    private final Closing closing = new Closing();
    private final InstantSource clock = InstantSource.system();
    private final GatewayOptions options;
    private volatile boolean ready;
    private volatile boolean draining;

    // Set by open(), which start() calls before anyone else sees the gateway.
    private DataPath dataPath;
    private Control control;
    private AdminServer admin;
    private String token;

    @SuppressWarnings("NullAway.Init") // start() gives it out only once open() has set all of it
    private Gateway(GatewayOptions options) {
        this.options = options;
    }

    /**
     * Starts a gateway; returns when its listeners and its Admin API take connections.
     *
     * @throws StartFailed if it cannot start; nothing is left running
     */
    public static Gateway start(GatewayOptions options) throws StartFailed {
        Gateway gateway = new Gateway(options);
        try {
            gateway.open();
            return gateway;
        } catch (StartFailed | RuntimeException e) {
            gateway.close();
            throw e;
        }
    }

    private void open() throws StartFailed {
        Path path = options.dataDirectory();
        Instant since = clock.instant();
        try {
            DataDirectory directory = closing.add(DataDirectory.open(path));
            closing.add(LogFile.in(path));
            Telemetry telemetry =
                    new Telemetry(clock, new DuckCallStore(path.resolve("calls.duckdb"), CallStoreLimits.DEFAULT));
            Injections injections = new Injections();
            CompletableFuture<HttpDataPath> sockets = CompletableFuture.supplyAsync(
                    () -> new HttpDataPath(
                            options.maxLoops(), telemetry, telemetry.doors(), telemetry.memory(), injections, PATIENCE),
                    THREADS);
            CompletableFuture<Catalogue> catalogue = CompletableFuture.supplyAsync(Startup::catalogue, THREADS);
            closing.add(telemetry);
            Closing after = closing.add(new Closing()); // what is still needed while requests in flight finish
            closing.add(() -> sockets.thenAccept(http -> http.close(PATIENCE)).join());
            Control.Given given = Startup.given(options.config());
            Store store = after.add(Store.open(path));
            HttpDataPath http = sockets.join();
            Audit audit = new Audit(store);
            Interventions interventions = closing.add(Interventions.on(injections, telemetry.events(), audit, clock));
            dataPath = new WatchedDataPath(
                    options.takeFreePorts() ? new FreePorts(http) : http,
                    telemetry,
                    closing.add(new Prober()),
                    closing.add(new Discoverer(() -> dataPath.targetsChanged())),
                    interventions);
            telemetry.start();
            History history = new History(store, clock);
            Secrets secrets = new Secrets(store, MasterKey.in(directory), clock);
            Startup.checkKey(secrets);
            control = closing.add(Control.start(
                    history, Startup.checker(catalogue.join(), secrets), dataPath, given, Startup.initial()));
            closing.add(Renewals.every(options.renewal(), () -> {
                control.renew();
                telemetry.certificates().look();
            }));
            ready = true;
            token = AdminToken.in(directory);
            startAdmin(catalogue.join(), telemetry, secrets, audit, interventions, since, after);
            directory.announce(admin.address());
            LOG.info(
                    "Gatehouse {} serves revision {} on {}; Admin API on {}",
                    VERSION,
                    revision(),
                    dataPath.bindings(),
                    admin.address());
            closing.add(this::beginToDrain);
        } catch (DirectoryFailed e) {
            throw new StartFailed(e.why(), e.wayOut(), e);
        } catch (StoreFailed e) {
            throw new StartFailed(e.why(), e.wayOut(), e);
        } catch (Refused.Invalid e) {
            throw Startup.invalid(e, options.config());
        } catch (DamagedRevision e) {
            throw Startup.damaged(e, path);
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailed(
                    "The data directory " + path + " cannot be used: " + e.getMessage() + ".",
                    "Correct the file that is named, or choose another directory with --data.",
                    e);
        } catch (CompletionException e) {
            throw new IllegalStateException("the data path cannot start", e.getCause());
        }
    }

    private void beginToDrain() {
        LOG.info("Stops: no new requests, at most ten seconds for those in flight");
        ready = false;
        draining = true;
    }

    private void startAdmin(
            Catalogue catalogue,
            Telemetry telemetry,
            Secrets secrets,
            Audit audit,
            Interventions interventions,
            Instant since,
            Closing after)
            throws StartFailed {
        Streams streams = new Streams();
        InetSocketAddress address = adminAddress(options);
        boolean loopback = address.getAddress().isLoopbackAddress();
        boolean openMetrics = options.openMetrics() == null ? loopback : options.openMetrics();
        var endpoints = new AdminEndpoints(
                        catalogue, control, dataPath, telemetry, secrets, audit, interventions, streams, openMetrics)
                .all(() -> ready, () -> draining, since);
        try {
            admin = after.add(AdminServer.start(new AdminSettings(address, token, openMetrics), endpoints, VERSION));
            after.add(streams);
        } catch (RuntimeException e) {
            throw new StartFailed(
                    "The Admin API cannot listen on " + address.getAddress().getHostAddress() + ":" + address.getPort()
                            + ": the port is taken, or the address is not this machine's.",
                    "Stop what uses the port (another gateway?), or choose another place with --admin ADDRESS:PORT.",
                    e);
        }
    }

    private static InetSocketAddress adminAddress(GatewayOptions options) {
        if (options.admin() != null) {
            return options.admin();
        }
        InetSocketAddress usual = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ADMIN_PORT);
        return options.takeFreePorts() && FreePorts.taken(usual) ? new InetSocketAddress(usual.getAddress(), 0) : usual;
    }

    /** The revision that is served. */
    public int revision() {
        return control.active().number();
    }

    /** Where the Admin API listens. */
    public InetSocketAddress adminAddress() {
        return admin.address();
    }

    /** The administrator's token. */
    public String token() {
        return token;
    }

    /** Where the listeners of the active revision take connections, by name. */
    public Map<String, InetSocketAddress> listeners() {
        return new TreeMap<>(dataPath.bindings());
    }

    /** Stops: takes no new requests, waits at most ten seconds for those in flight. Never throws, may be repeated. */
    @Override
    public void close() {
        closing.close();
        LOG.debug("closed {}", options.dataDirectory());
    }
}
