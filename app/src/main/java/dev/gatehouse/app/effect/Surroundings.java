package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a change and is needed to say what it means.
 *
 * @param document the whole document after it; missing if it is not known
 * @param certificates whose a certificate is, by its name; null where that is not known
 */
public record Surroundings(JsonNode document, Function<String, @Nullable Holder> certificates) {
    /** Nothing known. */
    public static final Surroundings UNKNOWN = new Surroundings(MissingNode.getInstance(), name -> null);

    /**
     * Whose a certificate is.
     *
     * @param hosts that it is for
     * @param until its last day, as people read it; empty if it is not known
     */
    public record Holder(List<String> hosts, String until) {}
}
