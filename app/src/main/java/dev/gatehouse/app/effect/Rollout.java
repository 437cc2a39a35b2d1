package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the requests of a route go that ends in upstreams, as numbers and in words.
 *
 * @param parts each upstream with its part by weight, in the route's order
 * @param rules the conditions, in the order in which they are asked
 * @param sticky what keeps a client with its part, a sentence; empty if nothing does
 * @param mirror who gets copies; null if nobody
 */
public record Rollout(
        List<Part> parts,
        List<Rule> rules,
        String sticky,
        @Nullable Mirror mirror) {
    /**
     * An upstream's part by weight.
     *
     * @param share 0 to 1
     */
    public record Part(String upstream, double share) {}

    /**
     * Requests that an upstream gets whatever the weights are.
     *
     * @param words the condition: "header x-canary is yes"
     * @param doubt why it does not do what it says, a sentence; empty if it does
     */
    public record Rule(String words, String upstream, String doubt) {
        /** The condition and where it leads. */
        public String line() {
            return Texts.get("rollout.rule", words, upstream);
        }
    }

    /**
     * Who gets copies of requests, and of how many.
     *
     * @param share 0 to 1
     */
    public record Mirror(String upstream, double share) {
        /** The part of requests that is copied, in digits. */
        public String percent() {
            return RouteEffects.percent(share);
        }

        /** What it means, a sentence. */
        public String words() {
            return share >= 1
                    ? Texts.get("rollout.mirror.all", upstream)
                    : Texts.get("rollout.mirror.part", percent(), upstream);
        }
    }

    public Rollout {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
    }

    /** Of a route; null if it does not end in upstreams. */
    public static @Nullable Rollout of(JsonNode route) {
        JsonNode forward = route.path("forward");
        String single = forward.path("upstream").asText("");
        boolean split =
                forward.path("split").isArray() && !forward.path("split").isEmpty();
        if (!split && single.isEmpty()) {
            return null;
        }
        return new Rollout(
                parts(forward),
                split ? Rules.of(route) : List.of(),
                split ? SplitEffects.sticky(forward.path("sticky")) : "",
                mirror(forward.path("mirror")));
    }

    /** Whether several upstreams take part. */
    public boolean isSplit() {
        return parts.size() > 1 || !rules.isEmpty();
    }

    /** Whether the weights send requests anywhere. */
    public boolean hasWeight() {
        return parts.stream().anyMatch(part -> part.share() > 0);
    }

    /** What happens to a hundred requests, a sentence. */
    public String preview() {
        List<Part> taking = parts.stream().filter(part -> part.share() > 0).toList();
        if (taking.isEmpty()) {
            return Texts.get("rollout.preview.none");
        }
        if (taking.size() == 1) {
            return Texts.get(
                    rules.isEmpty() ? "rollout.preview.all" : "rollout.preview.rest",
                    taking.getFirst().upstream());
        }
        int of = taking.stream().allMatch(part -> Math.abs(part.share() * 100 - Math.rint(part.share() * 100)) < 0.05)
                ? 100
                : 1000;
        List<String> words = new ArrayList<>();
        for (Part part : taking) {
            long count = Math.round(part.share() * of);
            words.add(Texts.get(
                    words.isEmpty() ? "rollout.preview.first" : "rollout.preview.next", count, part.upstream()));
        }
        String last = words.removeLast();
        return Texts.get(
                rules.isEmpty() ? "rollout.preview" : "rollout.preview.rules",
                of == 100 ? "100" : "1,000",
                Texts.get("rollout.and", String.join(", ", words), last));
    }

    static List<Part> parts(JsonNode forward) {
        if (forward.has("upstream")) {
            return List.of(new Part(forward.path("upstream").asText(), 1));
        }
        double whole = 0;
        for (JsonNode share : forward.path("split")) {
            whole += share.path("weight").asDouble(1);
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (JsonNode share : forward.path("split")) {
            double part = whole == 0 ? 0 : share.path("weight").asDouble(1) / whole;
            shares.merge(share.path("upstream").asText(), part, Double::sum);
        }
        return shares.entrySet().stream()
                .map(each -> new Part(each.getKey(), each.getValue()))
                .toList();
    }

    private static @Nullable Mirror mirror(JsonNode mirror) {
        String upstream = mirror.path("upstream").asText("");
        if (upstream.isEmpty()) {
            return null;
        }
        String share = mirror.path("share").asText("100%").replace("%", "").strip();
        try {
            return new Mirror(upstream, Math.clamp(Double.parseDouble(share) / 100, 0, 1));
        } catch (NumberFormatException e) {
            return new Mirror(upstream, 0); // while it is being typed
        }
    }
}
