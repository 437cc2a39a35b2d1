package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an upstream's change means for the calls that it answers. */
final class UpstreamEffects {
    private UpstreamEffects() {}

    static List<String> changed(String name, ObjectNode before, ObjectNode after) {
        List<String> sentences = new ArrayList<>();
        targets(name, weights(before), weights(after), sentences);
        discovery(name, before.path("discovery"), after.path("discovery"), sentences);
        JsonNode old = before.path("timeouts");
        JsonNode now = after.path("timeouts");
        timeout("effect.upstream.connect", name, old.path("connect"), now.path("connect"), "2s", sentences);
        timeout("effect.upstream.response", name, old.path("response"), now.path("response"), "15s", sentences);
        timeout("effect.upstream.idle", name, old.path("idle"), now.path("idle"), "60s", sentences);
        if (!before.path("pool").equals(after.path("pool"))) {
            JsonNode pool = after.path("pool");
            sentences.add(Texts.get(
                    "effect.upstream.pool",
                    name,
                    pool.path("connections").asInt(256),
                    pool.path("pending").asInt(1024)));
        }
        if (!before.path("balancer").equals(after.path("balancer"))) {
            sentences.add(Texts.get(
                    "effect.upstream.balancer",
                    name,
                    after.path("balancer").path("type").asText("round-robin")));
        }
        sentences.addAll(TlsEffects.upstream(name, before, after));
        return sentences;
    }

    private static void targets(
            String name, Map<String, Integer> before, Map<String, Integer> after, List<String> sentences) {
        double allBefore = sum(before);
        double allAfter = sum(after);
        after.forEach((address, weight) -> {
            Integer old = before.get(address);
            double share = allAfter == 0 ? 0 : weight / allAfter;
            double oldShare = old == null || allBefore == 0 ? 0 : old / allBefore;
            if (old == null) {
                sentences.add(Texts.get("effect.upstream.target.added", address, RouteEffects.percent(share), name));
            } else if (!Objects.equals(old, weight)) {
                sentences.add(
                        weight == 0
                                ? Texts.get("effect.upstream.target.drained", address, name)
                                : Texts.get(
                                        "effect.upstream.target.weight",
                                        address,
                                        RouteEffects.percent(share),
                                        name,
                                        RouteEffects.percent(oldShare)));
            }
        });
        before.forEach((address, weight) -> {
            if (!after.containsKey(address)) {
                sentences.add(Texts.get("effect.upstream.target.removed", address, name, after.size()));
            }
        });
    }

    private static void discovery(String name, JsonNode before, JsonNode after, List<String> sentences) {
        for (String kind : List.of("dns", "srv", "file")) {
            String now = after.path(kind).asText("");
            if (!now.isEmpty() && !now.equals(before.path(kind).asText(""))) {
                sentences.add(Texts.get("effect.upstream.discovery", name, kind, now));
            }
        }
        if (after.isMissingNode() && !before.isMissingNode()) {
            sentences.add(Texts.get("effect.upstream.discovery.none", name));
        }
    }

    private static void timeout(
            String key, String name, JsonNode before, JsonNode after, String byDefault, List<String> sentences) {
        String old = before.asText(byDefault);
        String now = after.asText(byDefault);
        if (!old.equals(now)) {
            sentences.add(Texts.get(key, name, now, old));
        }
    }

    private static Map<String, Integer> weights(ObjectNode upstream) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        upstream.path("targets")
                .forEach(target -> weights.merge(
                        target.path("address").asText(), target.path("weight").asInt(1), Integer::sum));
        return weights;
    }

    private static double sum(Map<String, Integer> weights) {
        return weights.values().stream().mapToInt(Integer::intValue).sum();
    }
}
