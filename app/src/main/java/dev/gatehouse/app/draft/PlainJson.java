package dev.gatehouse.app.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Values as a parser makes them: the same number is the same node, whoever made it, and nobody else holds it. */
final class PlainJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PlainJson() {}

    static JsonNode of(JsonNode value) {
        try {
            return MAPPER.readTree(value.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON value: " + value, e);
        }
    }
}
