package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import okhttp3.Response;

/**
 * A gateway's refusal (RFC 9457).
 *
 * @param status of the answer
 * @param code the gateway's name for it, empty if the answer was no problem document
 * @param words the detail, or the title, or the bare status
 * @param body the whole document; empty if the answer was none
 */
record Problem(int status, String code, String words, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Problem of(Response response) throws IOException {
        try {
            return of(
                    response.code(), JSON.readTree(response.peekBody(64 * 1024).string()));
        } catch (JsonProcessingException e) {
            return of(response.code(), JSON.createObjectNode());
        }
    }

    static Problem of(int status, JsonNode body) {
        String title = body.path("title").asText("");
        String words = body.path("detail").asText(title);
        return new Problem(
                status,
                body.path("code").asText(""),
                words.isEmpty() ? Texts.get("live.status", status) : words,
                body.isObject() ? body : JSON.createObjectNode());
    }
}
