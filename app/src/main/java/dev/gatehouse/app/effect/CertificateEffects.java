package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.effect.Surroundings.Holder;
import dev.gatehouse.app.text.Texts;
import java.util.List;

/** What a certificate's change means for those who are shown it. */
final class CertificateEffects {
    private static final int FEW = 3;

    private CertificateEffects() {}

    /** A certificate that is new, or stands elsewhere from now on. */
    static String shown(String name, Surroundings around) {
        return isServed(name, around.document())
                ? served(name, around)
                : isUsed(name, around.document())
                        ? Texts.get("effect.certificate.targets", name)
                        : Texts.get("effect.certificate.unused", name);
    }

    /** Who gets a certificate that a listener serves. */
    static String served(String name, Surroundings around) {
        Holder holder = around.certificates().apply(name);
        if (holder == null || holder.hosts().isEmpty()) {
            return Texts.get("effect.certificate.served.unknown", name);
        }
        return Texts.get(
                holder.until().isEmpty() ? "effect.certificate.served" : "effect.certificate.served.until",
                hosts(holder.hosts()),
                name,
                holder.until());
    }

    static List<String> changed(String name, ObjectNode before, ObjectNode after, Surroundings around) {
        boolean elsewhere = List.of("chain", "key", "password").stream()
                .anyMatch(field -> !before.path(field).equals(after.path(field)));
        return elsewhere ? List.of(shown(name, around)) : List.of();
    }

    private static boolean isServed(String name, JsonNode document) {
        for (JsonNode listener : document.path("listeners")) {
            for (JsonNode each : listener.path("tls").path("certificates")) {
                if (each.asText().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isUsed(String name, JsonNode document) {
        for (JsonNode upstream : document.path("upstreams")) {
            if (upstream.path("tls").path("certificate").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String hosts(List<String> hosts) {
        return hosts.size() <= FEW
                ? String.join(", ", hosts)
                : String.join(", ", hosts.subList(0, FEW)) + " " + Texts.get("effect.calls.hosts", hosts.size() - FEW);
    }
}
