package dev.gatehouse.engine.admin.force;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.config.Administrator;
import dev.gatehouse.engine.admin.config.Writes;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Fields;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.ForcedTargets;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Forces targets up, down or out of use, and releases them. It is no configuration: a restart forgets it. */
public final class ForceEndpoints {
    /** What an operator has said of a target. */
    public static final Shape FORCED = Shape.object("ForcedTarget")
            .with("state", Shape.text().among(states()))
            .with("author", Shape.text())
            .with("since", Shape.time())
            .may("until", Shape.time().about("When it ends by itself."));

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final String PATH = "/upstreams/{name}/targets/{address}/force";

    private final ForcedTargets forces;

    /** The endpoints. */
    public ForceEndpoints(ForcedTargets forces) {
        this.forces = forces;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                named(Endpoint.put(PATH, "Says whether a target takes requests, whatever its health is."))
                        .takes(
                                "The state, and for how long.",
                                Shape.object("Forcing")
                                        .with(
                                                "state",
                                                Shape.text()
                                                        .among(states())
                                                        .about("up: takes requests. drain: takes no new ones."
                                                                + " down: the same, and idle connections are closed."))
                                        .may("for", Shape.text().about("1s to 7d; until it is released without.")))
                        .answers(
                                200,
                                "It holds.",
                                Shape.object("TargetForced")
                                        .with("address", Shape.text())
                                        .with("forced", FORCED))
                        .by(this::force),
                named(Endpoint.delete(PATH, "Lets health decide of a target again."))
                        .answers(204, "It holds no longer.")
                        .by(this::release));
    }

    private static List<String> states() {
        return Stream.of(ForcedTarget.State.values())
                .map(ForcedTarget.State::word)
                .toList();
    }

    private static Declared named(Declared endpoint) {
        return endpoint.in("name", Shape.text(), "The upstream's full name, a slash in it as %2F.")
                .in("address", Shape.text(), "The target's address, as /status tells it.");
    }

    /** What an operator has said, for an answer. */
    public static ObjectNode json(ForcedTarget forced) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", forced.state().word())
                .put("author", forced.author())
                .put("since", forced.since().toString());
        return forced.until() == null ? json : json.put("until", forced.until().toString());
    }

    private void force(Context ctx) {
        ObjectNode body = Bodies.object(ctx);
        Fields.only(body, "what is said of a target", "state", "for");
        ForcedTarget.State state = state(body.path("state"));
        Duration length = Fields.duration(body, "for", SHORTEST, LONGEST);
        String address = ctx.pathParam("address");
        ForcedTarget forced =
                Writes.attempt(() -> forces.force(ctx.pathParam("name"), address, state, length, Administrator.NAME));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("address", address);
        answer.set("forced", json(forced));
        Bodies.answer(ctx, 200, answer);
    }

    private void release(Context ctx) {
        String address = ctx.pathParam("address");
        boolean released = Writes.attempt(() -> forces.release(ctx.pathParam("name"), address, Administrator.NAME));
        if (!released) {
            throw new Refusal(
                    Problem.NOT_FOUND,
                    "Nobody has forced the target " + address + ", or its time is over: health decides of it.");
        }
        ctx.status(204);
    }

    private static ForcedTarget.State state(JsonNode value) {
        return Stream.of(ForcedTarget.State.values())
                .filter(state -> state.word().equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> Fields.wrong("state", value, "one of " + String.join(", ", states())));
    }
}
