package dev.gatehouse.engine.admin.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Audit;
import io.javalin.http.Context;
import java.util.List;

/** {@code /audit}: who did what, when. */
public final class AuditEndpoints {
    private static final Shape ENTRY = Shape.object("AuditEntry")
            .with("id", Shape.integer())
            .with("time", Shape.time())
            .with("actor", Shape.text())
            .with("action", Shape.text())
            .with("subject", Shape.text())
            .with("detail", Shape.text().orNull());

    private final Audit audit;

    /** The endpoints. */
    public AuditEndpoints(Audit audit) {
        this.audit = audit;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(Endpoint.get("/audit", "Lists what was done, newest first.")
                .query("limit", Shape.integer(), "How many at most, 1 to 1000; 100 without.")
                .query("cursor", Shape.text(), "The 'next' of an earlier page.")
                .answers(200, "A page.", Shape.page("AuditPage", ENTRY))
                .by(this::list));
    }

    private void list(Context ctx) {
        int limit = Query.integer(ctx, "limit", 100, 1, 1000);
        int before = Query.integer(ctx, "cursor", 0, 1, Integer.MAX_VALUE);
        List<Audit.Entry> entries = audit.below(before == 0 ? null : (long) before, limit);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        entries.forEach(entry -> items.addObject()
                .put("id", entry.seq())
                .put("time", entry.time().toString())
                .put("actor", entry.actor())
                .put("action", entry.action())
                .put("subject", entry.subject())
                .put("detail", entry.detail()));
        page.put(
                "next",
                entries.size() == limit ? String.valueOf(entries.getLast().seq()) : null);
        Bodies.answer(ctx, 200, page);
    }
}
