package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A gateway's configuration. Blocks, for background threads. */
public final class Configurations {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})(?:-[a-z]+)?\"");

    private final AdminClient client;

    /** The configuration of this gateway. */
    public Configurations(AdminClient client) {
        this.client = client;
    }

    /**
     * A document and where it stands.
     *
     * @param etag what a write based on it sends as {@code If-Match}
     */
    public record Whole(ObjectNode document, int revision, String etag) {}

    /** The active document. */
    public Whole get() throws AdminFailed {
        Reply reply = client.send("GET", "/config", null, Map.of("Accept", "application/json"));
        String etag = reply.etag() == null ? "" : reply.etag();
        Matcher numbered = ETAG.matcher(etag);
        int revision = numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
        return new Whole((ObjectNode) reply.body(), revision, etag);
    }

    /** The JSON Schema of documents. */
    public JsonNode schema() throws AdminFailed {
        return client.get("/schema");
    }

    /** Everything that is wrong or odd about a document. */
    public Findings validate(ObjectNode document) throws AdminFailed {
        return Shapes.read(
                client.send("POST", "/config/validate", document, Map.of()).body(), Findings.class);
    }

    /**
     * What a document would change.
     *
     * @param base the revision to compare with, null for the active one
     */
    public List<Difference> diff(ObjectNode document, @Nullable Integer base) throws AdminFailed {
        String path = base == null ? "/config/diff" : "/config/diff?base=" + base;
        return List.of(Shapes.read(client.send("POST", path, document, Map.of()).body(), Difference[].class));
    }

    /**
     * Replaces the document.
     *
     * @param etag of the document that it is based on; a newer one makes it fail with status 412
     */
    public Applied put(ObjectNode document, String etag, WriteOptions options) throws AdminFailed {
        Map<String, String> base = Map.of("If-Match", etag);
        return Shapes.read(
                client.send("PUT", "/config" + options.query(), document, base).body(), Applied.class);
    }
}
