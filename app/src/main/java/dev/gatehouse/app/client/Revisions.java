package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gateway's history, and the way back. Blocks, for background threads. */
public final class Revisions {
    private final AdminClient client;

    /** The history of this gateway. */
    public Revisions(AdminClient client) {
        this.client = client;
    }

    /**
     * A part of the history, the newest first.
     *
     * @param next what the following part begins after; null if this was the last
     */
    public record Page(List<Revision> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Revisions, newest first.
     *
     * @param limit how many at most, up to 1000
     * @param after the {@code next} of the part before, null to begin
     */
    public Page list(int limit, @Nullable String after) throws AdminFailed {
        JsonNode page = client.get("/revisions?limit=" + limit + (after == null ? "" : "&cursor=" + after));
        List<Revision> items = new ArrayList<>();
        page.path("items").forEach(item -> items.add(Shapes.read(item, Revision.class)));
        return new Page(items, page.hasNonNull("next") ? page.path("next").asText() : null);
    }

    /** A revision. */
    public Revision get(int number) throws AdminFailed {
        return Shapes.read(client.get("/revisions/" + number), Revision.class);
    }

    /** The document of a revision. */
    public ObjectNode document(int number) throws AdminFailed {
        return (ObjectNode) client.get("/revisions/" + number).path("config");
    }

    /** What changed from one revision to another. */
    public List<Difference> diff(int before, int after) throws AdminFailed {
        String path = "/config/diff?base=" + before + "&to=" + after;
        return List.of(Shapes.read(client.send("POST", path, null, Map.of()).body(), Difference[].class));
    }

    /**
     * Makes a revision's document, or some of its objects, the newest one.
     *
     * @param objects {@code routes/products} and the like; none for the whole document
     */
    public Applied restore(int number, Collection<String> objects, WriteOptions options) throws AdminFailed {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!objects.isEmpty()) {
            objects.forEach(body.putArray("objects")::add);
        }
        String path = "/revisions/" + number + "/restore" + options.query();
        return Shapes.read(client.send("POST", path, body, Map.of()).body(), Applied.class);
    }

    /** Keeps a provisional revision. */
    public Applied confirm(int number) throws AdminFailed {
        return Shapes.read(
                client.send("POST", "/revisions/" + number + "/confirm", null, Map.of())
                        .body(),
                Applied.class);
    }

    /**
     * Goes back from a provisional revision without waiting for its time to run out: to the last one before it that was
     * kept.
     */
    public Applied cancel(int number, WriteOptions options) throws AdminFailed {
        Revision revision = get(number);
        Revision back = revision;
        while (back.parent() != null && (back.equals(revision) || back.confirmBy() != null)) {
            back = get(back.parent());
        }
        return restore(back.revision(), List.of(), options);
    }
}
