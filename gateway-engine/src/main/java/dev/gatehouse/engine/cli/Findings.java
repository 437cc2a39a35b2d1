package dev.gatehouse.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** Prints what the gateway found in a file, in the form that editors jump to. */
final class Findings {
    private Findings() {}

    /** Prints {@code file:line:column: message (hint)} for each violation; without a place, the pointer. */
    static void violations(PrintWriter out, ConfigFile file, JsonNode violations) {
        for (JsonNode violation : violations) {
            StringBuilder line = new StringBuilder(file.name());
            if (violation.path("line").isNumber()) {
                line.append(':').append(violation.path("line").asInt());
                line.append(':').append(violation.path("column").asInt(1));
                line.append(": ");
            } else {
                String pointer = violation.path("pointer").asText();
                line.append(": ").append(pointer.isEmpty() ? "" : pointer + ": ");
            }
            line.append(violation.path("message").asText());
            if (violation.path("hint").isTextual()) {
                line.append(" (").append(violation.path("hint").asText()).append(')');
            }
            out.println(line);
        }
    }

    /** Prints each warning. */
    static void warnings(PrintWriter out, ConfigFile file, JsonNode warnings) {
        for (JsonNode warning : warnings) {
            out.println(file.name() + ": warning: " + warning.path("pointer").asText() + ": "
                    + warning.path("message").asText());
        }
    }

    /** Prints a line for each difference: {@code +} new, {@code -} gone, {@code ~} changed, {@code >} renamed. */
    static void changes(PrintWriter out, JsonNode changes) {
        for (JsonNode change : changes) {
            String object =
                    change.path("kind").asText() + " " + change.path("name").asText();
            String before = change.path("before").toString();
            String after = change.path("after").toString();
            out.println(
                    switch (change.path("op").asText()) {
                        case "add" -> "+ " + object;
                        case "remove" -> "- " + object;
                        case "rename" ->
                            "> " + object + ", before: " + change.path("before").asText();
                        default ->
                            "~ " + object + " " + change.path("pointer").asText() + ": " + before + " -> " + after;
                    });
        }
    }
}
