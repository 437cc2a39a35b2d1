package dev.gatehouse.engine.admin.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.config.Administrator;
import dev.gatehouse.engine.admin.config.Writes;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.Secrets;
import dev.gatehouse.engine.control.Secrets.Known;
import dev.gatehouse.engine.spec.Names;
import io.javalin.http.Context;
import java.util.List;

/** {@code /secrets}: names are told, values only taken. */
public final class SecretEndpoints {
    private static final int LONGEST = 64 * 1024;
    private static final Shape SECRET =
            Shape.object("Secret").with("name", Shape.text()).with("updated", Shape.time());

    private final Secrets secrets;
    private final Control control;

    /** The endpoints. */
    public SecretEndpoints(Secrets secrets, Control control) {
        this.secrets = secrets;
        this.control = control;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/secrets", "Lists secrets by name, without values.")
                        .answers(200, "All secrets.", Shape.page("SecretPage", SECRET))
                        .by(this::list),
                named(Endpoint.get("/secrets/{name}", "Tells whether there is a secret."))
                        .answers(200, "The secret, without its value.", SECRET)
                        .by(ctx -> Bodies.answer(ctx, 200, json(known(ctx)))),
                named(Endpoint.put("/secrets/{name}", "Creates or replaces a secret."))
                        .takes("The value.", Shape.object("SecretValue").with("value", Shape.text()))
                        .answers(200, "The secret, without its value.", SECRET)
                        .by(this::put),
                named(Endpoint.delete("/secrets/{name}", "Removes a secret that no object refers to."))
                        .answers(204, "It is gone.")
                        .by(this::remove));
    }

    private static Declared named(Declared endpoint) {
        return endpoint.in("name", Shape.text(), "The secret's name.");
    }

    private void list(Context ctx) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        secrets.all().forEach(known -> items.add(json(known)));
        page.putNull("next");
        Bodies.answer(ctx, 200, page);
    }

    private Known known(Context ctx) {
        String name = ctx.pathParam("name");
        return secrets.find(name).orElseThrow(() -> new Refusal(Problem.NOT_FOUND, "There is no secret " + name + "."));
    }

    private void put(Context ctx) {
        String name = ctx.pathParam("name");
        if (!Names.valid(name)) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "A secret's name is 1 to 63 of a-z, 0-9 and . _ @ -, and starts with a letter or digit.");
        }
        JsonNode value = Bodies.object(ctx).path("value");
        if (!value.isTextual() || value.asText().isEmpty() || value.asText().length() > LONGEST) {
            throw new Refusal(
                    Problem.BAD_REQUEST, "Send {\"value\": \"…\"} with a text of 1 to " + LONGEST + " characters.");
        }
        Known known = secrets.put(name, value.asText(), Administrator.NAME);
        control.renew();
        Bodies.answer(ctx, 200, json(known));
    }

    private void remove(Context ctx) {
        Known known = known(ctx);
        Writes.attempt(() -> control.removeSecret(secrets, known.name(), Administrator.NAME));
        ctx.status(204);
    }

    private static ObjectNode json(Known known) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", known.name())
                .put("updated", known.updated().toString());
    }
}
