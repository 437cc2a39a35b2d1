package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a document. YAML and JSON give the same tree: keys are text, plain words are what JSON makes of them
 * (so {@code on} and {@code 010} are text), anchors, tags and further documents are not part of the format.
 */
public final class Document {
    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 64 << 20;

    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 64;

    private Document() {}

    /** Reads a text to the end or to its first syntax error; never throws for what the text says. */
    public static Parsed parse(String text, Format format) {
        if (text.length() > MAX_LENGTH) {
            Violation tooLong = new Violation(
                    "", "The document has more than " + MAX_LENGTH + " characters.", "Split it among gateways.");
            return new Parsed(null, new Positions(), List.of(tooLong));
        }
        Reading reading = new Reading();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        JsonNode tree = read(content, format, reading);
        return new Parsed(tree, reading.positions, reading.violations);
    }

    private static @Nullable JsonNode read(String text, Format format, Reading reading) {
        try {
            return switch (format) {
                case YAML -> new YamlReader(text, reading).read();
                case JSON -> new JsonReader(text, reading).read();
            };
        } catch (BrokenText broken) {
            reading.violations.add(broken.violation);
            return null;
        }
    }
}
