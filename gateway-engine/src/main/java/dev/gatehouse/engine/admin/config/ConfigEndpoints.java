package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Applied;
import dev.gatehouse.engine.control.ConfigWrite;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.Findings;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import io.javalin.http.Context;
import java.util.List;

/** {@code /config}: the whole document. */
public final class ConfigEndpoints {
    private final Control control;

    /** The endpoints. */
    public ConfigEndpoints(Control control) {
        this.control = control;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/config", "Reads the active configuration, defaults left out.")
                        .header("Accept", "application/json or application/yaml.")
                        .answers(200, "The document; its ETag names the revision.", Shape.document(), Writes.media())
                        .by(this::read),
                Writes.declare(Endpoint.put("/config", "Replaces the configuration, all or nothing."))
                        .takes("The document.", Shape.document(), Writes.media())
                        .by(ctx -> write(ctx, new Change.Replace(Documents.read(ctx), Documents.format(ctx)))),
                Writes.declare(Endpoint.patch("/config", "Changes the configuration, all or nothing."))
                        .takes("The patch.", Shape.any(), Documents.MERGE_PATCH, Documents.JSON_PATCH)
                        .by(ctx -> write(ctx, Documents.readPatch(ctx))),
                Endpoint.post("/config/validate", "Finds everything that is wrong with a document; changes nothing.")
                        .takes("The document.", Shape.document(), Writes.media())
                        .answers(200, "The findings; no violations means that it can be applied.", Shapes.FINDINGS)
                        .by(this::validate),
                Endpoint.post("/config/diff", "Compares two states of the configuration, by object and field.")
                        .query("from", Shape.integer(), "The revision to compare with; the active one without.")
                        .query("to", Shape.integer(), "The revision to compare, in the place of a document.")
                        .query("base", Shape.integer(), "The same as from.")
                        .takes("The document to compare; none with to.", Shape.document(), Writes.media())
                        .answers(200, "The differences.", Shapes.CHANGES)
                        .by(this::diff));
    }

    private void read(Context ctx) {
        Format format = Documents.wanted(ctx);
        int revision = control.active().number();
        ObjectNode document = Writes.attempt(() -> control.document(revision));
        Documents.answer(ctx, document, format, Etags.document(revision, format));
    }

    private void write(Context ctx, Change change) {
        ConfigWrite write = Writes.read(ctx, Target.DOCUMENT, change, Etags.base(ctx));
        Applied applied = Writes.attempt(() -> control.apply(write));
        if (!write.dryRun()) {
            ctx.header("ETag", Etags.document(applied.revision(), Format.JSON));
        }
        Bodies.answer(ctx, 200, Json.applied(applied));
    }

    private void validate(Context ctx) {
        Findings findings = control.validate(Documents.read(ctx));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("violations", Json.violations(findings.violations()));
        node.set("warnings", Json.warnings(findings.warnings()));
        Bodies.answer(ctx, 200, node);
    }

    private void diff(Context ctx) {
        int base = Query.integer(ctx, "base", 0, 1, Integer.MAX_VALUE);
        int from = Query.integer(ctx, "from", base, 1, Integer.MAX_VALUE);
        int to = Query.integer(ctx, "to", 0, 1, Integer.MAX_VALUE);
        List<dev.gatehouse.engine.spec.Change> changes;
        if (to == 0) {
            Parsed document = Documents.read(ctx);
            changes = Writes.attempt(() -> control.diff(document, from == 0 ? null : from));
        } else {
            int start = from == 0 ? control.active().number() : from;
            changes = Writes.attempt(() -> control.diff(start, to));
        }
        Bodies.answer(ctx, 200, Json.changes(changes));
    }
}
