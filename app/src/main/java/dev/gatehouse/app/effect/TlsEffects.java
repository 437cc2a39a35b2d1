package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** What changed TLS means: for the clients of a listener, and for the calls to an upstream. */
final class TlsEffects {
    private TlsEffects() {}

    static List<String> listener(String name, JsonNode before, JsonNode after, Surroundings around) {
        List<String> sentences = new ArrayList<>();
        if (before.equals(after)) {
            return sentences;
        }
        if (after.isMissingNode()) {
            return List.of(Texts.get("effect.tls.off", name));
        }
        if (before.isMissingNode()) {
            sentences.add(Texts.get("effect.tls.on", name));
        }
        List<String> old = names(before);
        List<String> now = names(after);
        now.stream()
                .filter(each -> !old.contains(each))
                .forEach(each -> sentences.add(CertificateEffects.served(each, around)));
        old.stream()
                .filter(each -> !now.contains(each))
                .forEach(each -> sentences.add(Texts.get("effect.tls.certificate.removed", name, each)));
        if (old.size() == now.size() && old.containsAll(now) && !old.equals(now)) {
            sentences.add(Texts.get("effect.tls.certificate.first", name, now.getFirst()));
        }
        String least = version(after);
        if (!version(before).equals(least)) {
            sentences.add(Texts.get("effect.tls.minimum", name, least));
        }
        String asked = after.path("clients").asText("none");
        if (!before.path("clients").asText("none").equals(asked)) {
            sentences.add(
                    switch (asked) {
                        case "required" -> Texts.get("effect.tls.clients.required", name);
                        case "optional" -> Texts.get("effect.tls.clients.optional", name);
                        default -> Texts.get("effect.tls.clients.none", name);
                    });
        } else if (!before.path("clientAuthorities").equals(after.path("clientAuthorities"))) {
            sentences.add(Texts.get("effect.tls.clients.authorities", name));
        }
        String patience = after.path("handshakeTime").asText("10s");
        if (!before.path("handshakeTime").asText("10s").equals(patience)) {
            sentences.add(Texts.get("effect.tls.handshake", name, patience));
        }
        if (!before.path("hsts").equals(after.path("hsts"))) {
            sentences.add(hsts(name, after.path("hsts")));
        }
        return sentences;
    }

    private static String hsts(String name, JsonNode hsts) {
        if (hsts.isMissingNode()) {
            return Texts.get("effect.tls.hsts.off", name);
        }
        String key = hsts.path("includeSubdomains").asBoolean() ? "effect.tls.hsts.below" : "effect.tls.hsts";
        return Texts.get(key, name, hsts.path("maxAge").asText("365d"));
    }

    static List<String> upstream(String name, ObjectNode upstreamBefore, ObjectNode upstreamAfter) {
        JsonNode before = upstreamBefore.path("tls");
        JsonNode after = upstreamAfter.path("tls");
        List<String> sentences = new ArrayList<>();
        if (before.equals(after)) {
            return sentences;
        }
        if (after.isMissingNode()) {
            return List.of(Texts.get("effect.upstream.tls.off", name));
        }
        if (before.isMissingNode()) {
            sentences.add(Texts.get("effect.upstream.tls.on", name));
        }
        boolean verified = after.path("verify").asBoolean(true);
        if (before.path("verify").asBoolean(true) != verified) {
            sentences.add(
                    Texts.get(verified ? "effect.upstream.tls.verified" : "effect.upstream.tls.unverified", name));
        }
        if (verified && !before.path("authorities").equals(after.path("authorities"))) {
            sentences.add(Texts.get(
                    after.has("authorities")
                            ? "effect.upstream.tls.authorities"
                            : "effect.upstream.tls.authorities.public",
                    name));
        }
        if (!before.path("certificate").equals(after.path("certificate"))) {
            String shown = after.path("certificate").asText();
            sentences.add(
                    shown.isEmpty()
                            ? Texts.get("effect.upstream.tls.certificate.none", name)
                            : Texts.get("effect.upstream.tls.certificate", name, shown));
        }
        if (!before.path("serverName").equals(after.path("serverName"))) {
            String asked = after.path("serverName").asText();
            sentences.add(
                    asked.isEmpty()
                            ? Texts.get("effect.upstream.tls.name.own", name)
                            : Texts.get("effect.upstream.tls.name", name, asked));
        }
        if (!version(before).equals(version(after))) {
            sentences.add(Texts.get("effect.upstream.tls.minimum", name, version(after)));
        }
        return sentences;
    }

    private static List<String> names(JsonNode tls) {
        List<String> names = new ArrayList<>();
        tls.path("certificates").forEach(each -> names.add(each.asText()));
        return names;
    }

    /** {@code tls1.3} as people write it. */
    private static String version(JsonNode tls) {
        return "TLS " + tls.path("minimum").asText("tls1.2").replace("tls", "");
    }
}
