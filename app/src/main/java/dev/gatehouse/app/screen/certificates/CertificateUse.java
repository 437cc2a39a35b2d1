package dev.gatehouse.app.screen.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Which listeners serve a certificate in the draft, and which upstreams show it to their targets. */
final class CertificateUse {
    private static final String LISTENERS = "listeners";

    private CertificateUse() {}

    /** What names it, listeners first. */
    static List<ObjectKey> of(JsonNode document, String certificate) {
        List<ObjectKey> users = new ArrayList<>();
        document.path(LISTENERS).properties().forEach(entry -> {
            for (JsonNode each : entry.getValue().path("tls").path("certificates")) {
                if (each.asText().equals(certificate)) {
                    users.add(new ObjectKey(LISTENERS, entry.getKey()));
                }
            }
        });
        document.path("upstreams").properties().forEach(entry -> {
            if (entry.getValue().path("tls").path("certificate").asText().equals(certificate)) {
                users.add(new ObjectKey("upstreams", entry.getKey()));
            }
        });
        return users;
    }

    /** The listeners that could serve it and do not. */
    static List<ObjectKey> others(JsonNode document, String certificate) {
        List<ObjectKey> users = of(document, certificate);
        List<ObjectKey> others = new ArrayList<>();
        document.path(LISTENERS).fieldNames().forEachRemaining(name -> {
            ObjectKey key = new ObjectKey(LISTENERS, name);
            if (!users.contains(key)) {
                others.add(key);
            }
        });
        return others;
    }

    /** Whether a listener speaks TLS already; one that does not takes clients by https only from then on. */
    static boolean speaksTls(JsonNode document, ObjectKey listener) {
        return document.at(listener.pointer()).path("tls").isObject();
    }

    /** Lets a listener serve it, after those that it serves already. */
    static void serve(Draft draft, ObjectKey listener, String certificate) {
        ObjectNode there = draft.object(listener);
        if (there == null) {
            return;
        }
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        there.path("tls").path("certificates").forEach(names::add);
        names.add(certificate);
        ObjectNode tls =
                there.path("tls") instanceof ObjectNode old ? old.deepCopy() : JsonNodeFactory.instance.objectNode();
        tls.set("certificates", names);
        draft.apply(
                Edit.set(listener, "/tls", tls, Texts.get("certificates.serve.title", certificate, listener.name())));
    }
}
