package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a listener's change means for those who connect. */
final class ListenerEffects {
    private ListenerEffects() {}

    /** Address and port. */
    static String place(ObjectNode listener) {
        String address = listener.path("address").asText("0.0.0.0");
        int port = listener.path("port").asInt();
        return port == 0 ? Texts.get("effect.listener.any-port", address) : address + ":" + port;
    }

    static List<String> added(String name, ObjectNode after, Surroundings around) {
        List<String> sentences = new ArrayList<>();
        sentences.add(Texts.get("effect.listener.added", place(after)));
        sentences.addAll(TlsEffects.listener(name, MissingNode.getInstance(), after.path("tls"), around));
        return sentences;
    }

    static List<String> changed(String name, ObjectNode before, ObjectNode after, Surroundings around) {
        List<String> sentences = new ArrayList<>();
        if (!place(before).equals(place(after))) {
            sentences.add(Texts.get("effect.listener.place", place(after), place(before)));
        }
        sentences.addAll(TlsEffects.listener(name, before.path("tls"), after.path("tls"), around));
        for (FieldChange change : FieldChange.between(before.get("limits"), after.get("limits"))) {
            String field = change.pointer().replace("/", "");
            sentences.add(
                    field.isEmpty()
                            ? Texts.get("effect.listener.limits", name)
                            : Texts.get(
                                    "effect.listener.limit",
                                    name,
                                    field,
                                    words(change.after()),
                                    words(change.before())));
        }
        return sentences;
    }

    private static String words(@Nullable JsonNode value) {
        return value == null ? Texts.get("effect.default") : value.asText();
    }
}
