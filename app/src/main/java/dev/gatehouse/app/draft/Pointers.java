package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Pointers (RFC 6901), and values changed by them without touching what they are part of. */
public final class Pointers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Pointers() {}

    /** The tokens of a pointer, decoded; none for the empty one. */
    public static List<String> tokens(String pointer) {
        if (pointer.isEmpty()) {
            return List.of();
        }
        List<String> tokens = new ArrayList<>();
        for (String token : pointer.substring(1).split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~"));
        }
        return tokens;
    }

    /** The pointer one step further down. */
    public static String child(String pointer, String token) {
        return pointer + "/" + token.replace("~", "~0").replace("/", "~1");
    }

    /** The value there, a missing node if there is none. */
    public static JsonNode at(JsonNode node, String pointer) {
        JsonNode here = node;
        for (String token : tokens(pointer)) {
            here = child(here, token);
        }
        return here;
    }

    /** A copy of an object with a value there; what is missing on the way is made. {@code -} is the end of a list. */
    static ObjectNode with(ObjectNode object, String pointer, JsonNode value) {
        if (pointer.isEmpty()) {
            return (ObjectNode) value;
        }
        return (ObjectNode) with(object, tokens(pointer), 0, value);
    }

    /** A copy of an object with nothing there; the object itself if there was nothing. */
    static ObjectNode without(ObjectNode object, String pointer) {
        return at(object, pointer).isMissingNode() ? object : (ObjectNode) without(object, tokens(pointer), 0);
    }

    private static JsonNode with(JsonNode node, List<String> tokens, int depth, JsonNode value) {
        if (depth == tokens.size()) {
            return value;
        }
        String token = tokens.get(depth);
        if (node instanceof ArrayNode || !node.isObject() && token.equals("-")) {
            ArrayNode list = node instanceof ArrayNode there ? there : NODES.arrayNode();
            ArrayNode copy = NODES.arrayNode().addAll(list);
            int index = index(token, list.size());
            JsonNode next = with(child(node, token), tokens, depth + 1, value);
            if (index == list.size()) {
                copy.add(next);
            } else {
                copy.set(index, next);
            }
            return copy;
        }
        ObjectNode copy = NODES.objectNode();
        if (node instanceof ObjectNode object) {
            copy.setAll(object);
        }
        copy.set(token, with(child(node, token), tokens, depth + 1, value));
        return copy;
    }

    private static JsonNode without(JsonNode node, List<String> tokens, int depth) {
        String token = tokens.get(depth);
        boolean last = depth == tokens.size() - 1;
        if (node instanceof ArrayNode list) {
            ArrayNode copy = NODES.arrayNode().addAll(list);
            int index = index(token, list.size());
            if (last) {
                copy.remove(index);
            } else {
                copy.set(index, without(list.get(index), tokens, depth + 1));
            }
            return copy;
        }
        ObjectNode copy = NODES.objectNode().setAll((ObjectNode) node);
        if (last) {
            copy.remove(token);
        } else {
            copy.set(token, without(node.get(token), tokens, depth + 1));
        }
        return copy;
    }

    private static JsonNode child(JsonNode node, String token) {
        if (node instanceof ArrayNode list) {
            return token.matches("0|[1-9][0-9]{0,8}") ? list.path(Integer.parseInt(token)) : MissingNode.getInstance();
        }
        return node.path(token);
    }

    private static int index(String token, int size) {
        int index = token.equals("-") ? size : Integer.parseInt(token);
        if (index > size) {
            throw new IllegalArgumentException("No place " + token + " in a list of " + size);
        }
        return index;
    }
}
