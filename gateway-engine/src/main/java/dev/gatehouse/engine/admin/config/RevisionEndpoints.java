package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Applied;
import dev.gatehouse.engine.control.ConfigWrite;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.control.Revision;
import dev.gatehouse.engine.spec.Format;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** {@code /revisions}: the history, and the way back. */
public final class RevisionEndpoints {
    private final Control control;

    /** The endpoints. */
    public RevisionEndpoints(Control control) {
        this.control = control;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/revisions", "Lists revisions, newest first.")
                        .query("limit", Shape.integer(), "How many at most, 1 to 1000; 50 without.")
                        .query("cursor", Shape.text(), "The 'next' of an earlier page.")
                        .answers(200, "A page.", Shape.page("RevisionPage", Shapes.REVISION))
                        .by(this::list),
                numbered(Endpoint.get("/revisions/{number}", "Reads a revision with its document."))
                        .answers(
                                200,
                                "The revision; as YAML, its document alone.",
                                Shapes.WHOLE_REVISION,
                                Writes.media())
                        .by(this::read),
                numbered(Writes.declare(Endpoint.post(
                                "/revisions/{number}/restore", "Makes the document of a revision the newest one.")))
                        .takes(
                                "Which objects, as collection/name, or whose; without both, the whole document.",
                                Shapes.RESTORE)
                        .by(this::restore),
                numbered(Endpoint.post("/revisions/{number}/confirm", "Keeps a provisional revision."))
                        .answers(200, "The revision.", Shapes.APPLIED)
                        .by(this::confirm));
    }

    private static Declared numbered(Declared endpoint) {
        return endpoint.in("number", Shape.integer(), "The revision's number.");
    }

    private static int number(Context ctx) {
        String text = ctx.pathParam("number");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Refusal(Problem.NOT_FOUND, "There is no revision " + text + "; revisions have numbers.");
        }
        return Integer.parseInt(text);
    }

    private void list(Context ctx) {
        int limit = Query.integer(ctx, "limit", 50, 1, 1000);
        int before = Query.integer(ctx, "cursor", 0, 1, Integer.MAX_VALUE);
        List<Revision> revisions = control.revisions(before == 0 ? null : before, limit);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        revisions.forEach(revision -> items.add(Json.revision(revision)));
        boolean more = revisions.size() == limit && revisions.getLast().number() > 1;
        page.put("next", more ? String.valueOf(revisions.getLast().number()) : null);
        Bodies.answer(ctx, 200, page);
    }

    private void read(Context ctx) {
        int number = number(ctx);
        Format format = Documents.wanted(ctx);
        Revision revision = Writes.attempt(() -> control.revision(number));
        ObjectNode document = Writes.attempt(() -> control.document(number));
        if (format == Format.YAML) {
            Documents.answer(ctx, document, format, Etags.document(number, format));
            return;
        }
        ObjectNode whole = Json.revision(revision);
        whole.set("config", document);
        Bodies.answer(ctx, 200, whole);
    }

    private void restore(Context ctx) {
        int number = number(ctx);
        // Going back is often urgent, and says by itself what it leads to: a base may be given, but need not be.
        Set<String> base = Etags.base(ctx);
        ConfigWrite how = Writes.read(ctx, Target.DOCUMENT, new Change.Remove(), base.isEmpty() ? Set.of("*") : base);
        ObjectNode body = Bodies.object(ctx);
        Set<String> objects = objects(body.path("objects"));
        String owner = body.path("owner").isTextual() ? body.path("owner").asText() : null;
        Applied applied = Writes.attempt(() -> control.restore(number, objects, owner, how));
        if (!how.dryRun()) {
            ctx.header("ETag", Etags.document(applied.revision(), Format.JSON));
        }
        Bodies.answer(ctx, 200, Json.applied(applied));
    }

    private static Set<String> objects(JsonNode listed) {
        Set<String> objects = new TreeSet<>();
        listed.forEach(object -> objects.add(object.asText()));
        if (!listed.isMissingNode() && (!listed.isArray() || objects.isEmpty())) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "The field objects is a list such as [\"routes/products\"]; leave it out for all.");
        }
        return objects;
    }

    private void confirm(Context ctx) {
        int number = number(ctx);
        Bodies.answer(ctx, 200, Json.applied(Writes.attempt(() -> control.confirm(number, Administrator.NAME))));
    }
}
