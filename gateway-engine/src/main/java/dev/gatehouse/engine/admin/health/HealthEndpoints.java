package dev.gatehouse.engine.admin.health;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code /health/live} and {@code /health/ready}. */
public final class HealthEndpoints {
    private static final Shape SHAPE = Shape.object("Health").with("status", Shape.text());

    private final BooleanSupplier ready;

    /**
     * The endpoints.
     *
     * @param ready true while traffic may be sent
     */
    public HealthEndpoints(BooleanSupplier ready) {
        this.ready = ready;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/health/live", "Says that the process lives.")
                        .open()
                        .answers(200, "It lives.", SHAPE)
                        .by(ctx -> answer(ctx, "live")),
                Endpoint.get("/health/ready", "Says whether the gateway serves an active revision.")
                        .open()
                        .answers(200, "It may be sent traffic.", SHAPE)
                        .by(this::ready));
    }

    private void ready(Context ctx) {
        if (!ready.getAsBoolean()) {
            throw new Refusal(Problem.NOT_READY, "The gateway is starting or stopping. Ask again shortly.");
        }
        answer(ctx, "ready");
    }

    private static void answer(Context ctx, String status) {
        Bodies.answer(ctx, 200, JsonNodeFactory.instance.objectNode().put("status", status));
    }
}
