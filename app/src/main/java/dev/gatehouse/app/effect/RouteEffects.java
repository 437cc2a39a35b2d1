package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a route's change means for the calls that it takes. */
final class RouteEffects {
    private RouteEffects() {}

    static String added(ObjectNode after) {
        return Texts.get("effect.route.added", CallWords.of(after.path("match")), end(after.path("forward")));
    }

    static String now(ObjectNode route) {
        return Texts.get("effect.route.now", CallWords.of(route.path("match")), end(route.path("forward")));
    }

    static List<String> changed(String name, ObjectNode before, ObjectNode after) {
        List<String> sentences = new ArrayList<>();
        String calls = CallWords.of(after.path("match"));
        if (!before.path("match").equals(after.path("match"))) {
            String old = CallWords.of(before.path("match"));
            sentences.add(
                    old.equals(calls)
                            ? Texts.get("effect.route.conditions", name, calls)
                            : Texts.get("effect.route.match", name, calls, old));
        }
        if (!before.path("forward").equals(after.path("forward"))) {
            sentences.addAll(forward(calls, before.path("forward"), after.path("forward")));
        }
        policies(calls, steps(before), steps(after), sentences);
        if (!before.path("priority").equals(after.path("priority"))) {
            sentences.add(Texts.get(
                    "effect.route.priority",
                    name,
                    after.path("priority").asInt(),
                    before.path("priority").asInt()));
        }
        return sentences;
    }

    private static List<String> forward(String calls, JsonNode before, JsonNode after) {
        List<String> sentences = new ArrayList<>();
        Map<String, Double> old = shares(before);
        Map<String, Double> now = shares(after);
        if (old.isEmpty() || now.isEmpty()) {
            sentences.add(
                    end(after).equals(end(before))
                            ? Texts.get("effect.route.answer", calls)
                            : Texts.get("effect.route.end", calls, end(after), end(before)));
            return sentences;
        }
        if (now.size() == 1 && old.size() == 1) {
            if (!now.keySet().equals(old.keySet())) {
                sentences.add(Texts.get(
                        "effect.route.upstream",
                        calls,
                        now.keySet().iterator().next(),
                        old.keySet().iterator().next()));
            }
        } else if (now.size() == 1) {
            sentences.add(
                    Texts.get("effect.route.all", calls, now.keySet().iterator().next()));
        } else {
            now.forEach((upstream, share) -> {
                if (share > old.getOrDefault(upstream, 0.0)) {
                    sentences.add(Texts.get("effect.route.share", calls, upstream, percent(share)));
                }
            });
        }
        sentences.addAll(SplitEffects.sentences(calls, before, after));
        if (!before.path("path").equals(after.path("path"))) {
            String path = after.path("path").asText();
            sentences.add(
                    path.isEmpty()
                            ? Texts.get("effect.route.path.same", calls)
                            : Texts.get("effect.route.path", calls, path));
        }
        return sentences;
    }

    private static void policies(
            String calls, Map<String, JsonNode> before, Map<String, JsonNode> after, List<String> sentences) {
        after.forEach((step, settings) -> {
            JsonNode old = before.get(step);
            if (old == null) {
                sentences.add(Texts.get("effect.route.policy.added", calls, step));
            } else if (!old.equals(settings)) {
                sentences.add(Texts.get("effect.route.policy.changed", calls, step));
            }
        });
        before.forEach((step, settings) -> {
            if (!after.containsKey(step)) {
                sentences.add(Texts.get("effect.route.policy.removed", calls, step));
            }
        });
        if (before.keySet().equals(after.keySet())
                && !List.copyOf(before.keySet()).equals(List.copyOf(after.keySet()))) {
            sentences.add(Texts.get("effect.route.policy.order", calls));
        }
    }

    /** The steps by name or type; of several of one type, by place too. */
    private static Map<String, JsonNode> steps(ObjectNode route) {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        for (JsonNode step : route.path("policies")) {
            String name = step.path("name").asText(step.path("type").asText("?"));
            String key = name;
            for (int i = 2; steps.containsKey(key); i++) {
                key = name + " (" + i + ")";
            }
            steps.put(key, step);
        }
        return steps;
    }

    /** The part of calls that goes to each upstream, 0 to 1; empty if none does. */
    private static Map<String, Double> shares(JsonNode forward) {
        Map<String, Double> shares = new LinkedHashMap<>();
        Rollout.parts(forward).stream()
                .filter(part -> part.share() > 0)
                .forEach(part -> shares.put(part.upstream(), part.share()));
        return shares;
    }

    /** Where a route ends, after "goes". */
    private static String end(JsonNode forward) {
        Map<String, Double> shares = shares(forward);
        if (!shares.isEmpty()) {
            List<String> parts = new ArrayList<>();
            shares.forEach(
                    (upstream, share) -> parts.add(share == 1.0 ? upstream : upstream + " (" + percent(share) + ")"));
            return Texts.get("effect.end.upstream", String.join(", ", parts));
        }
        if (forward.has("respond")) {
            return Texts.get(
                    "effect.end.respond", forward.path("respond").path("status").asInt(200));
        }
        if (forward.has("redirect")) {
            return Texts.get(
                    "effect.end.redirect",
                    forward.path("redirect").path("location").asText());
        }
        return Texts.get("effect.end.other");
    }

    static String percent(double share) {
        double percent = share * 100;
        return (percent == Math.rint(percent)
                        ? String.valueOf(Math.round(percent))
                        : String.format(Locale.ROOT, "%.1f", percent))
                + " %";
    }
}
