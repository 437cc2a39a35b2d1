package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A tree on which the operations of a JSON patch (RFC 6902) are carried out, one after the other. */
final class JsonPatch {
    /** An index as RFC 6901 has it: no sign, no leading zero. */
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Numbers that are equal are equal, however they are held. */
    private static final Comparator<JsonNode> BY_VALUE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private JsonNode tree;

    JsonPatch(JsonNode tree) {
        this.tree = tree;
    }

    JsonNode tree() {
        return tree;
    }

    void operation(JsonNode operation) throws PatchFailed {
        String op = text(operation, "op");
        String path = text(operation, "path");
        switch (op) {
            case "add" -> add(path, value(operation).deepCopy());
            case "remove" -> remove(path);
            case "replace" -> {
                JsonNode value = value(operation).deepCopy();
                find(path);
                if (path.isEmpty()) {
                    tree = value;
                } else {
                    replace(path, value);
                }
            }
            case "move" -> {
                String from = text(operation, "from");
                if (path.startsWith(from + "/")) {
                    throw new PatchFailed("'" + from + "' cannot be moved into itself.");
                }
                JsonNode moved = find(from);
                if (!path.equals(from)) {
                    remove(from);
                    add(path, moved);
                }
            }
            case "copy" -> add(path, find(text(operation, "from")).deepCopy());
            case "test" -> {
                JsonNode wanted = value(operation);
                JsonNode found = find(path);
                if (!found.equals(BY_VALUE, wanted)) {
                    throw new PatchFailed(
                            "the test of '" + path + "' failed: it is " + found + ", not " + wanted + ".");
                }
            }
            default ->
                throw new PatchFailed(
                        "'" + op + "' is no operation; there are add, remove, replace, move, copy and test.");
        }
    }

    private static String text(JsonNode operation, String member) throws PatchFailed {
        JsonNode text = operation.get(member);
        if (text == null || !text.isTextual()) {
            throw new PatchFailed("it needs '" + member + "', a text.");
        }
        return text.textValue();
    }

    private static JsonNode value(JsonNode operation) throws PatchFailed {
        JsonNode value = operation.get("value");
        if (value == null) {
            throw new PatchFailed("it needs 'value'.");
        }
        return value;
    }

    private void add(String path, JsonNode value) throws PatchFailed {
        if (path.isEmpty()) {
            tree = value;
            return;
        }
        String last = last(path);
        switch (parent(path)) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> {
                int index = INDEX.matcher(last).matches() ? Integer.parseInt(last) : -1;
                if (index < 0 || index > array.size()) {
                    throw new PatchFailed("the list has no place '" + path + "'; it has " + array.size() + " entries.");
                }
                array.insert(index, value);
            }
            default -> throw missing(path);
        }
    }

    private void remove(String path) throws PatchFailed {
        find(path);
        if (path.isEmpty()) {
            throw new PatchFailed("the whole document cannot be removed.");
        }
        switch (parent(path)) {
            case ObjectNode object -> object.remove(last(path));
            case ArrayNode array -> array.remove(Integer.parseInt(last(path)));
            default -> throw missing(path);
        }
    }

    private void replace(String path, JsonNode value) throws PatchFailed {
        switch (parent(path)) {
            case ObjectNode object -> object.set(last(path), value);
            case ArrayNode array -> array.set(Integer.parseInt(last(path)), value);
            default -> throw missing(path);
        }
    }

    private JsonNode find(String path) throws PatchFailed {
        JsonNode at = tree;
        for (String segment : segments(path)) {
            JsonNode next = child(at, segment);
            if (next == null) {
                throw missing(path);
            }
            at = next;
        }
        return at;
    }

    private JsonNode parent(String path) throws PatchFailed {
        segments(path);
        return find(path.substring(0, path.lastIndexOf('/')));
    }

    private static @Nullable JsonNode child(JsonNode at, String segment) {
        if (at.isObject()) {
            return at.get(segment);
        }
        return at.isArray() && INDEX.matcher(segment).matches() ? at.get(Integer.parseInt(segment)) : null;
    }

    private static PatchFailed missing(String path) {
        return new PatchFailed("there is nothing at '" + path + "'.");
    }

    private static String last(String path) {
        return Path.unescape(path.substring(path.lastIndexOf('/') + 1));
    }

    private static List<String> segments(String path) throws PatchFailed {
        List<String> segments = new ArrayList<>();
        if (!path.isEmpty()) {
            if (!path.startsWith("/")) {
                throw new PatchFailed("'" + path + "' is no JSON pointer; it must begin with /.");
            }
            for (String segment : path.substring(1).split("/", -1)) {
                segments.add(Path.unescape(segment));
            }
        }
        return segments;
    }
}
