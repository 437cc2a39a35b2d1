package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Configuration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * The one way to write a configuration: fields in the order of the declarations, maps in the order of the document, every
 * value in one spelling. Two documents mean the same exactly if their canonical trees have the same hash.
 */
public final class Canonical {
    private Canonical() {}

    /** The configuration with defaults left out, but for the version of the format. */
    public static ObjectNode tree(Configuration configuration) {
        ObjectNode tree = new TreeWriter(false).object(configuration);
        if (tree.has("gatehouse")) {
            return tree;
        }
        ObjectNode versioned = tree.objectNode().put("gatehouse", configuration.gatehouse());
        return versioned.setAll(tree);
    }

    /** The configuration with every default filled in; what has no value and no default is left out. */
    public static ObjectNode effective(Configuration configuration) {
        return new TreeWriter(true).object(configuration);
    }

    /** The SHA-256 of a canonical tree in hexadecimal; the order of keys does not count. */
    public static String hash(JsonNode tree) {
        StringBuilder text = new StringBuilder();
        write(tree, text);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            char separator = '{';
            for (var entry : sorted.entrySet()) {
                quote(entry.getKey(), text.append(separator));
                text.append(':');
                write(entry.getValue(), text);
                separator = ',';
            }
            text.append(separator == '{' ? "{}" : "}");
        } else if (node.isArray()) {
            char separator = '[';
            for (JsonNode item : node) {
                text.append(separator);
                write(item, text);
                separator = ',';
            }
            text.append(separator == '[' ? "[]" : "]");
        } else if (node.isTextual()) {
            quote(node.textValue(), text);
        } else {
            text.append(node.asText());
        }
    }

    private static void quote(String value, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }
}
