package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a split's conditions and its stickiness mean for callers. */
final class SplitEffects {
    private SplitEffects() {}

    /** The sentences on what changed, beside the weights. */
    static List<String> sentences(String calls, JsonNode before, JsonNode after) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode share : after.path("split")) {
            String upstream = share.path("upstream").asText();
            JsonNode when = share.path("when");
            if (when.isObject() && !when.equals(condition(before, upstream))) {
                sentences.add(Texts.get("effect.split.when", calls, words(when), upstream));
            }
        }
        for (JsonNode share : before.path("split")) {
            String upstream = share.path("upstream").asText();
            JsonNode when = share.path("when");
            if (when.isObject() && condition(after, upstream) == null) {
                sentences.add(Texts.get("effect.split.when.gone", calls, words(when), upstream));
            }
        }
        JsonNode sticky = after.path("sticky");
        if (!sticky.equals(before.path("sticky"))) {
            sentences.add(
                    sticky.isObject()
                            ? Texts.get("effect.split.sticky", calls, by(sticky))
                            : Texts.get("effect.split.sticky.gone", calls));
        }
        return sentences;
    }

    /** What keeps a client with its part, a sentence; empty if nothing does. */
    static String sticky(JsonNode sticky) {
        if (!sticky.isObject()) {
            return "";
        }
        String age = sticky.path("maxAge").asText("0s");
        boolean timed = sticky.path("by").asText("cookie").equals("cookie") && !age.equals("0s");
        return timed ? Texts.get("rollout.sticky.for", by(sticky), age) : Texts.get("rollout.sticky", by(sticky));
    }

    private static @Nullable JsonNode condition(JsonNode forward, String upstream) {
        return StreamSupport.stream(forward.path("split").spliterator(), false)
                .filter(share -> share.path("upstream").asText().equals(upstream)
                        && share.path("when").isObject())
                .map(share -> share.path("when"))
                .findFirst()
                .orElse(null);
    }

    private static String words(JsonNode when) {
        List<String> all = new ArrayList<>();
        when.path("headers")
                .properties()
                .forEach(header ->
                        all.add(header.getKey() + ": " + header.getValue().asText()));
        when.path("cookies")
                .properties()
                .forEach(cookie -> all.add(Texts.get(
                        "effect.split.cookie",
                        cookie.getKey(),
                        cookie.getValue().asText())));
        return String.join(", ", all);
    }

    private static String by(JsonNode sticky) {
        String name = sticky.path("name").asText("");
        return switch (sticky.path("by").asText("cookie")) {
            case "header" -> Texts.get("effect.split.by.header", name);
            case "address" -> Texts.get("effect.split.by.address");
            default -> Texts.get("effect.split.by.cookie", name.isEmpty() ? "gatehouse-share" : name);
        };
    }
}
