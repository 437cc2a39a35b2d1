package dev.gatehouse.engine.admin.status;

import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.listOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;
import static dev.gatehouse.engine.admin.endpoint.Shape.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.Revision;
import dev.gatehouse.engine.model.Listener;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.telemetry.TargetState;
import dev.gatehouse.engine.telemetry.TargetState.Health;
import dev.gatehouse.engine.telemetry.Telemetry;
import dev.gatehouse.engine.telemetry.UpstreamHealth;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** {@code /status}: the node, and each object with its state. */
public final class StatusEndpoints {
    static final Shape ERROR = object("StatusError")
            .with("time", time())
            .with("message", text())
            .may("fault", text())
            .may("violations", listOf(Problem.violation()));
    private static final Shape STATUS = object("Status")
            .with("state", text().about("running or draining"))
            .with("version", text())
            .with("since", time())
            .with(
                    "revision",
                    object("RevisionStatus")
                            .with("active", integer())
                            .with(
                                    "desired",
                                    integer()
                                            .about("The revision that is wanted: another than the active one while a"
                                                    + " change is prepared, and the one to go back to while a"
                                                    + " provisional one waits for its confirmation."))
                            .with("confirmBy", text().orNull()))
            .with(
                    "nodes",
                    listOf(object("Node")
                            .with("name", text())
                            .with("pid", integer())
                            .with("state", text())
                            .with("revision", integer())
                            .with(
                                    "lastError",
                                    ERROR.orNull().about("The last change that failed, until one comes about."))))
            .with(
                    "listeners",
                    listOf(object("ListenerStatus")
                            .with("name", text())
                            .with("state", text())
                            .with("address", text())
                            .with("port", integer().about("The port that is really used."))
                            .with("lastError", ERROR.orNull().about("What the last failed change said of it."))))
            .with("certificates", listOf(CertificateStatus.shape(ERROR)))
            .with(
                    "upstreams",
                    listOf(object("UpstreamStatus")
                            .with("name", text())
                            .with("state", text())
                            .with("health", text().about("unknown, up, degraded or down"))
                            .with("lastError", ERROR.orNull().about("What the last failed change said of it."))
                            .with("targets", listOf(Targets.TARGET))
                            .may("pool", Targets.POOL)
                            .may("retries", Targets.RETRIES)
                            .may("circuit", Targets.CIRCUIT)
                            .may("discovery", DiscoveryStatus.SHAPE)))
            .with(
                    "routes",
                    listOf(object("RouteStatus")
                            .with("name", text())
                            .with("state", text())
                            .with("lastError", ERROR.orNull().about("What the last failed change said of it."))));

    private final Control control;
    private final DataPath dataPath;
    private final Telemetry telemetry;
    private final String version;
    private final Instant since;
    private final BooleanSupplier draining;

    /**
     * The endpoint.
     *
     * @param version the program's version
     * @param since when the gateway started
     * @param draining true once it takes no new requests and lets those in flight finish
     */
    public StatusEndpoints(
            Control control,
            DataPath dataPath,
            Telemetry telemetry,
            String version,
            Instant since,
            BooleanSupplier draining) {
        this.control = control;
        this.dataPath = dataPath;
        this.telemetry = telemetry;
        this.version = version;
        this.since = since;
        this.draining = draining;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(Endpoint.get("/status", "Tells the state of the gateway, of each node and of each object.")
                .answers(200, "The status.", STATUS)
                .by(this::status));
    }

    private void status(Context ctx) {
        Revision active = control.active();
        Snapshot snapshot = control.snapshot();
        Errors errors = new Errors(control.lastFailure());
        String state = draining.getAsBoolean() ? "draining" : "running";
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("state", state);
        status.put("version", version);
        status.put("since", since.toString());
        status.putObject("revision")
                .put("active", active.number())
                .put("desired", control.desired())
                .put(
                        "confirmBy",
                        active.confirmBy() == null ? null : active.confirmBy().toString());
        status.putArray("nodes")
                .addObject()
                .put("name", "local")
                .put("pid", ProcessHandle.current().pid())
                .put("state", state)
                .put("revision", snapshot.revision())
                .set("lastError", errors.ofNode());
        Map<String, InetSocketAddress> bound = dataPath.bindings();
        ArrayNode listeners = status.putArray("listeners");
        new TreeMap<>(snapshot.listeners()).forEach((name, listener) -> {
            ObjectNode node = listeners.addObject();
            listener(node, name, listener.listener(), bound.get(name), state);
            node.set("lastError", errors.of("listeners", name));
        });
        CertificateStatus.write(status.putArray("certificates"), snapshot.certificates(), errors, Instant.now());
        ArrayNode upstreams = status.putArray("upstreams");
        for (CompiledUpstream upstream : snapshot.upstreams()) {
            upstream(upstreams.addObject(), upstream.name(), errors);
        }
        ArrayNode routes = status.putArray("routes");
        snapshot.routes()
                .forEach(route -> routes.addObject()
                        .put("name", route.name())
                        .put("state", "active")
                        .set("lastError", errors.of("routes", route.name())));
        Bodies.answer(ctx, 200, status);
    }

    private static void listener(
            ObjectNode node, String name, Listener listener, @Nullable InetSocketAddress bound, String state) {
        node.put("name", name)
                .put("state", bound == null ? state.equals("draining") ? state : "closed" : "listening")
                .put(
                        "address",
                        bound == null ? listener.address() : bound.getAddress().getHostAddress())
                .put("port", bound == null ? listener.port() : bound.getPort());
    }

    private void upstream(ObjectNode node, String name, Errors errors) {
        UpstreamHealth upstream = telemetry.upstream(name);
        List<TargetState> targets = upstream == null ? List.of() : upstream.targets();
        node.put("name", name).put("state", "active").put("health", health(targets));
        node.set("lastError", errors.of("upstreams", name));
        ArrayNode array = node.putArray("targets");
        targets.forEach(target -> Targets.write(array.addObject(), target));
        if (upstream != null) {
            Targets.writeUse(node, upstream);
            if (upstream.discovery() != null) {
                DiscoveryStatus.write(node.putObject("discovery"), upstream.discovery());
            }
        }
    }

    private static String health(List<TargetState> targets) {
        long up = targets.stream().filter(t -> t.health() == Health.UP).count();
        long down = targets.stream().filter(t -> t.health() == Health.DOWN).count();
        if (down > 0) {
            return down == targets.size() ? "down" : "degraded";
        }
        return up > 0 ? "up" : "unknown";
    }
}
