package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.spec.Positions.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads JSON with the place of everything. */
final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;
    private final Reading reading;

    JsonReader(String text, Reading reading) {
        this.text = text;
        this.reading = reading;
    }

    @Nullable
    JsonNode read() throws BrokenText {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new BrokenText(
                        "", "The document is empty.", "An empty configuration is {\"gatehouse\": 1}.", null);
            }
            JsonNode tree = value(parser, "", 0);
            if (parser.nextToken() != null) {
                throw new BrokenText("", "Something follows after the end of the document.", null, position(parser));
            }
            return tree;
        } catch (JsonProcessingException broken) {
            JsonLocation at = broken.getLocation();
            throw new BrokenText(
                    "",
                    "The JSON is broken: " + plain(broken.getOriginalMessage()),
                    null,
                    at == null ? null : new Position(at.getLineNr(), at.getColumnNr()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private JsonNode value(JsonParser parser, String pointer, int depth) throws IOException, BrokenText {
        Position position = position(parser);
        reading.checkDepth(depth, pointer, position);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            reading.positions.putContainer(pointer, position);
            return object(parser, pointer, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            reading.positions.putContainer(pointer, position);
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                array.add(value(parser, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        reading.positions.putScalar(pointer, position);
        return switch (token) {
            case VALUE_STRING -> TextNode.valueOf(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer, position);
            default -> NullNode.instance;
        };
    }

    private JsonNode object(JsonParser parser, String pointer, int depth) throws IOException, BrokenText {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String child = pointer + "/" + Path.escape(key);
            if (reading.isNewKey(object, key, child, position(parser))) {
                parser.nextToken();
                object.set(key, value(parser, child, depth + 1));
            } else {
                parser.nextToken();
                parser.skipChildren();
            }
        }
        return object;
    }

    private JsonNode number(JsonParser parser, String pointer, Position position) throws IOException {
        JsonNode number = Reading.number(parser.getText());
        if (number == null) {
            reading.violation(pointer, "The number is too long.", null, position);
            return NullNode.instance;
        }
        return number;
    }

    private static Position position(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Position(at.getLineNr(), at.getColumnNr());
    }

    /** Leaves out what the parser says of itself; the place is told beside. */
    private static String plain(String message) {
        String plain = message.lines().findFirst().orElse(message);
        for (String end : new String[] {" (for ", " (start marker", " within/between"}) {
            int at = plain.indexOf(end);
            plain = at < 0 ? plain : plain.substring(0, at);
        }
        return plain;
    }
}
