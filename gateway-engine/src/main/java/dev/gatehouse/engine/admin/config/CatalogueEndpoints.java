package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.SchemaWriter;
import io.javalin.http.Context;
import java.util.List;

/** {@code /schema} and {@code /policies}: what a document can say. */
public final class CatalogueEndpoints {
    private static final Shape POLICY = Shape.object("Policy")
            .with("type", Shape.text())
            .with("title", Shape.text())
            .with("help", Shape.text())
            .with("example", Shape.text());

    private final Catalogue catalogue;

    /** The endpoints. */
    public CatalogueEndpoints(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/schema", "The JSON Schema of the document, with titles, help, units and defaults.")
                        .answers(200, "The schema (2020-12).", Shape.document())
                        .by(ctx -> Bodies.answer(ctx, 200, SchemaWriter.schema(catalogue))),
                Endpoint.get("/policies", "Lists the types of policies; /schema has their settings.")
                        .answers(200, "The catalogue.", Shape.page("PolicyPage", POLICY))
                        .by(this::policies));
    }

    private void policies(Context ctx) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        catalogue.policies().forEach((type, kind) -> {
            Declaration declaration = kind.getAnnotation(Declaration.class);
            if (declaration != null) {
                items.addObject()
                        .put("type", type)
                        .put("title", declaration.title())
                        .put("help", declaration.help())
                        .put("example", declaration.example());
            }
        });
        page.putNull("next");
        Bodies.answer(ctx, 200, page);
    }
}
