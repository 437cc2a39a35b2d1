package dev.gatehouse.engine.admin.explain;

import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.listOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.config.Drafts;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.exchange.RequestHead;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Role;
import dev.gatehouse.engine.route.Miss;
import dev.gatehouse.engine.route.Routing;
import dev.gatehouse.engine.route.SafePath;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.Ending;
import dev.gatehouse.engine.snapshot.Sharing;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.upstream.Closed;
import dev.gatehouse.engine.upstream.Discovered;
import io.javalin.http.Context;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /explain}: what would become of a request. */
public final class ExplainEndpoints {
    private static final int MISSES = 10;
    private static final Shape REQUEST = object("ImaginedRequest")
            .with("method", text())
            .with("url", text().about("http://host/path?query, or /path?query."))
            .may("headers", Shape.document())
            .may("body", text())
            .may("application", text())
            .may("clientAddress", text())
            .may("listener", text().about("Where it would come in; told by the URL's port without."))
            .may(
                    "draft",
                    object("Draft")
                            .may("base", integer().about("The revision that is patched; the active one without."))
                            .with("patch", Shape.any().about("A merge patch, or a list of operations.")));
    private static final Shape EXPLANATION = object("Explanation")
            .may("route", text())
            .with(
                    "misses",
                    listOf(object("Miss")
                            .with("route", text())
                            .with("failed", text())
                            .with("saw", text())
                            .with("wanted", text())))
            .with("steps", listOf(object("StepPlan").with("policy", text()).with("verdict", text())))
            .may(
                    "forward",
                    Shape.document()
                            .about("upstream (and because, where the split says it of this request) or split, with the"
                                    + " path sent and, where requests are copied, the mirror with its upstream and"
                                    + " percent; respond; or redirect."))
            .with(
                    "outcome",
                    object("Outcome")
                            .with("status", integer().orNull().about("Null where only the upstream can tell."))
                            .may("fault", text())
                            .may("detail", text()));

    private final Control control;
    private final DataPath dataPath;

    /** The endpoint. */
    public ExplainEndpoints(Control control, DataPath dataPath) {
        this.control = control;
        this.dataPath = dataPath;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(Endpoint.post("/explain", "Explains what would become of a request; sends nothing.")
                .takes("The request.", REQUEST)
                .answers(200, "The explanation.", EXPLANATION)
                .by(this::explain));
    }

    private void explain(Context ctx) {
        ObjectNode body = Bodies.object(ctx);
        JsonNode draft = body.path("draft");
        Snapshot snapshot = draft.isObject() ? Drafts.compile(control, draft) : control.snapshot();
        Imagined request = Imagined.read(body, port -> listener(snapshot, port));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        SafePath.Refusal unsafe = SafePath.refusal(request.path());
        if (unsafe != null) {
            empty(answer);
            fault(answer, Fault.AMBIGUOUS_PATH, unsafe.message());
        } else {
            route(answer, snapshot, request.withPath(SafePath.normal(request.path())));
        }
        Bodies.answer(ctx, 200, answer);
    }

    private String listener(Snapshot snapshot, int port) {
        for (Map.Entry<String, InetSocketAddress> bound : dataPath.bindings().entrySet()) {
            if (bound.getValue().getPort() == port && snapshot.listeners().containsKey(bound.getKey())) {
                return bound.getKey();
            }
        }
        return snapshot.listeners().values().stream()
                .filter(listener -> listener.listener().role() == Role.EDGE)
                .map(CompiledListener::name)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static void route(ObjectNode answer, Snapshot snapshot, RequestHead request) {
        Routing<CompiledRoute> routing = new Routing<>();
        snapshot.table().find(request, routing);
        CompiledRoute route = routing.value();
        if (route == null) {
            ArrayNode misses = empty(answer);
            for (Miss miss : snapshot.table().misses(request, MISSES)) {
                misses.addObject()
                        .put("route", miss.route())
                        .put("failed", miss.failed())
                        .put("saw", miss.saw())
                        .put("wanted", miss.wanted());
            }
            String allow = routing.allow();
            fault(
                    answer,
                    allow == null ? Fault.ROUTE_NOT_FOUND : Fault.METHOD_NOT_ALLOWED,
                    allow == null ? "No route takes this request." : "This path takes " + allow + ".");
            return;
        }
        answer.put("route", route.name());
        answer.putArray("misses");
        ArrayNode steps = answer.putArray("steps");
        route.chain()
                .forEach(step -> steps.addObject().put("policy", step.name()).put("verdict", "not-evaluated"));
        ending(answer, route.ending(), routing, request);
    }

    private static ArrayNode empty(ObjectNode answer) {
        ArrayNode misses = answer.putArray("misses");
        answer.putArray("steps");
        return misses;
    }

    private static void ending(ObjectNode answer, Ending ending, Routing<CompiledRoute> routing, RequestHead request) {
        ObjectNode forward = answer.putObject("forward");
        ObjectNode outcome = answer.putObject("outcome");
        switch (ending) {
            case Ending.Answer respond -> {
                forward.put("respond", respond.status());
                outcome.put("status", respond.status());
            }
            case Ending.Elsewhere elsewhere -> {
                forward.put("redirect", elsewhere.location().expand(routing));
                outcome.put("status", elsewhere.status());
            }
            case Ending.Forward to -> {
                shares(forward, to, request);
                String path = to.path() == null ? request.path() : to.path().expand(routing);
                forward.put("path", request.query().isEmpty() ? path : path + "?" + request.query());
                if (to.mirror() != null) {
                    forward.putObject("mirror")
                            .put("upstream", to.mirror().upstream().name())
                            .put("percent", to.mirror().percent());
                }
                outcome.putNull("status");
                closed(to).ifPresent(why -> fault(answer, Fault.NO_TARGET, why));
            }
        }
    }

    private static void shares(ObjectNode forward, Ending.Forward to, RequestHead request) {
        Sharing sharing = to.sharing();
        int index = sharing == null ? Sharing.DRAWN : sharing.index(request);
        if (sharing != null && index != Sharing.DRAWN) {
            forward.put("upstream", to.shares().get(index).name());
            forward.put("because", sharing.reason(request));
            return;
        }
        if (to.shares().size() == 1) {
            forward.put("upstream", to.shares().getFirst().name());
            return;
        }
        ArrayNode split = forward.putArray("split");
        int before = 0;
        for (int i = 0; i < to.shares().size(); i++) {
            int bound = to.bounds()[i];
            split.addObject().put("upstream", to.shares().get(i).name()).put("weight", bound - before);
            before = bound;
        }
    }

    /** Why none of the upstreams has a target that may take the request; empty if one has. */
    private static Optional<String> closed(Ending.Forward to) {
        List<String> reasons = new ArrayList<>();
        for (CompiledUpstream upstream : to.shares()) {
            Closed why = upstream.state().closed(System.nanoTime());
            Discovered discovered = upstream.state().discovered();
            boolean mayFind = discovered != null && discovered.use().lastAttempt() == null; // a draft's does not look
            if (why == null || mayFind) {
                return Optional.empty();
            }
            reasons.add(why.of(upstream.name()));
        }
        String all = String.join("; ", reasons);
        return Optional.of(all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1) + ".");
    }

    private static void fault(ObjectNode answer, Fault fault, String detail) {
        answer.putObject("outcome")
                .put("status", fault.status())
                .put("fault", fault.code())
                .put("detail", detail);
    }
}
