package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** The calls that a match takes, as a person would say them: {@code GET /shop/products}. */
final class CallWords {
    private CallWords() {}

    static String of(JsonNode match) {
        List<String> methods = texts(match.path("methods"));
        List<String> hosts = texts(match.path("hosts"));
        String path = match.path("path").asText("/**");
        String where = hosts.isEmpty() ? path : hosts.getFirst() + path;
        String more = hosts.size() > 1 ? " " + Texts.get("effect.calls.hosts", hosts.size() - 1) : "";
        return (methods.isEmpty() ? where : String.join("|", methods) + " " + where) + more;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
