package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A route in a few words. */
final class RouteWords {
    private RouteWords() {}

    /** What it takes: "GET, HEAD  shop.example.org/products/{id}". */
    static String match(JsonNode route) {
        JsonNode match = route.path("match");
        List<String> methods = list(match.path("methods"));
        List<String> hosts = list(match.path("hosts"));
        String host = hosts.isEmpty()
                ? ""
                : hosts.size() == 1 ? hosts.getFirst() : hosts.getFirst() + " +" + (hosts.size() - 1);
        String more = extras(match);
        String words = host + match.path("path").asText("/**") + (more.isEmpty() ? "" : "  " + more);
        return methods.isEmpty() ? words : String.join(", ", methods) + "  " + words;
    }

    /** Conditions beside method, host and path: "2 headers". */
    static String extras(JsonNode match) {
        List<String> words = new ArrayList<>();
        count(words, "routes.match.headers", match.path("headers").size());
        count(words, "routes.match.query", match.path("query").size());
        if (match.has("when")) {
            words.add(Texts.get("routes.match.when"));
        }
        return String.join(", ", words);
    }

    /** Where it ends: "catalog 95 %, catalog-next 5 %". */
    static String destination(JsonNode route) {
        JsonNode forward = route.path("forward");
        Rollout rollout = Rollout.of(route);
        if (rollout != null) {
            return rollout.parts().size() == 1
                    ? rollout.parts().getFirst().upstream()
                    : rollout.parts().stream()
                            .map(part -> part.upstream() + " " + percent(part.share()))
                            .collect(Collectors.joining(", "));
        }
        if (forward.has("respond")) {
            return Texts.get(
                    "routes.forward.respond",
                    forward.path("respond").path("status").asInt(200));
        }
        if (forward.has("redirect")) {
            return Texts.get(
                    "routes.forward.redirect",
                    forward.path("redirect").path("location").asText());
        }
        return forward.isEmpty() ? "" : forward.fieldNames().next();
    }

    static String percent(double share) {
        double percent = share * 100;
        String digits = percent == Math.rint(percent) ? "%.0f" : "%.1f";
        return String.format(Locale.ROOT, digits, percent) + "\u00a0%";
    }

    static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static void count(List<String> words, String key, int count) {
        if (count > 0) {
            words.add(Texts.get(key, count));
        }
    }
}
