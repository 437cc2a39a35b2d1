package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;

/** Answers as records. */
final class Shapes {
    private Shapes() {}

    static <T> T read(JsonNode body, Class<T> type) {
        try {
            return Json.MAPPER.treeToValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Texts.get("live.unreadable", String.valueOf(e.getOriginalMessage())), e);
        }
    }
}
