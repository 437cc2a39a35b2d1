package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Principal;
import java.util.List;

/** {@code /me}: who the token stands for. There is one administrator, whose token is in the data directory. */
public final class Administrator {
    /** The author of what the administrator does. */
    public static final String NAME = "admin";

    /** The administrator as who asks for changes; may change everything. */
    static final Principal PRINCIPAL = Principal.gateway(NAME);

    private Administrator() {}

    /** The declarations. */
    public static List<Endpoint> all() {
        Shape me = Shape.object("Me").with("name", Shape.text()).with("role", Shape.text());
        return List.of(Endpoint.get("/me", "Tells who the token stands for.")
                .answers(200, "The administrator.", me)
                .by(ctx -> Bodies.answer(
                        ctx,
                        200,
                        JsonNodeFactory.instance.objectNode().put("name", NAME).put("role", "administrator"))));
    }
}
