package dev.gatehouse.engine.admin.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.spec.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields of a small body; one that cannot be read is refused with its name. */
public final class Fields {
    private Fields() {}

    /**
     * Refuses fields that are not known.
     *
     * @param what has the fields, for a sentence
     */
    public static void only(ObjectNode body, String what, String... known) {
        List<String> unknown = new ArrayList<>();
        body.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(List.of(known));
        if (!unknown.isEmpty()) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "There is no field " + String.join(", ", unknown) + " here; " + what + " has "
                            + String.join(", ", known) + ".");
        }
    }

    /** A duration, or null if the field is absent. */
    public static @Nullable Duration duration(ObjectNode body, String field, Duration shortest, Duration longest) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            Duration read = Durations.parse(value.isTextual() ? value.asText() : "");
            if (read.compareTo(shortest) >= 0 && read.compareTo(longest) <= 0) {
                return read;
            }
        } catch (IllegalArgumentException _) {
            // Said below, with the bounds.
        }
        throw wrong(
                field,
                value,
                "a duration from " + Durations.print(shortest) + " to " + Durations.print(longest)
                        + ", written as 200ms, 30s or 5m");
    }

    /** The refusal of a field's value. */
    public static Refusal wrong(String field, JsonNode value, String wanted) {
        String is = value.isMissingNode() ? "missing" : value.toString();
        return new Refusal(Problem.BAD_REQUEST, "The field " + field + " is " + is + "; it has to be " + wanted + ".");
    }
}
