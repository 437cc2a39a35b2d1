package dev.gatehouse.app.effect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The effect of a changed object on calls. */
public final class Effects {
    private static final List<String> ABOUT = List.of("title", "description", "labels", "owner");

    private Effects() {}

    /** What changes for callers, one sentence a line of thought; never empty. */
    public static List<String> of(ObjectChange change) {
        return of(change, Surroundings.UNKNOWN);
    }

    /** The same, where it is known what stands around it. */
    public static List<String> of(ObjectChange change, Surroundings around) {
        ObjectKey key = change.key();
        ObjectNode before = change.before();
        ObjectNode after = change.after();
        if (before == null && after != null) {
            return added(key, after, around);
        }
        if (after == null || before == null) {
            return List.of(removed(key, before));
        }
        List<String> sentences = new ArrayList<>();
        if (change.op() == ObjectChange.Op.RENAMED) {
            sentences.add(Texts.get("effect.renamed", change.was().name(), key.name()));
        }
        ObjectNode old = withoutAbout(before);
        ObjectNode now = withoutAbout(after);
        if (!old.equals(now)) {
            sentences.addAll(changed(key, old, now, around));
        } else if (!before.equals(after)) {
            sentences.add(Texts.get("effect.about", key.name()));
        }
        return List.copyOf(sentences);
    }

    /** The requests that a route takes, in words. */
    public static String calls(ObjectNode route) {
        return CallWords.of(route.path("match"));
    }

    /** What a route that does not change means for callers, in a sentence. */
    public static String now(ObjectNode route) {
        return RouteEffects.now(route);
    }

    private static List<String> added(ObjectKey key, ObjectNode after, Surroundings around) {
        return switch (key.kind()) {
            case "routes" -> List.of(RouteEffects.added(after));
            case "upstreams" ->
                List.of(Texts.get(
                        "effect.upstream.added",
                        key.name(),
                        after.path("targets").size()));
            case "listeners" -> ListenerEffects.added(key.name(), after, around);
            case "certificates" -> List.of(CertificateEffects.shown(key.name(), around));
            default -> List.of(Texts.get("effect.other.added", key));
        };
    }

    private static String removed(ObjectKey key, @Nullable ObjectNode before) {
        if (before == null) {
            return Texts.get("effect.other.removed", key);
        }
        return switch (key.kind()) {
            case "routes" -> Texts.get("effect.route.removed", key.name(), CallWords.of(before.path("match")));
            case "upstreams" -> Texts.get("effect.upstream.removed", key.name());
            case "listeners" -> Texts.get("effect.listener.removed", ListenerEffects.place(before));
            case "certificates" -> Texts.get("effect.certificate.removed", key.name());
            default -> Texts.get("effect.other.removed", key);
        };
    }

    private static List<String> changed(ObjectKey key, ObjectNode before, ObjectNode after, Surroundings around) {
        List<String> sentences = switch (key.kind()) {
            case "routes" -> RouteEffects.changed(key.name(), before, after);
            case "upstreams" -> UpstreamEffects.changed(key.name(), before, after);
            case "listeners" -> ListenerEffects.changed(key.name(), before, after, around);
            case "certificates" -> CertificateEffects.changed(key.name(), before, after, around);
            default -> List.of();
        };
        int fields = FieldChange.between(before, after).size();
        return sentences.isEmpty() ? List.of(Texts.get("effect.other.changed", key, fields)) : sentences;
    }

    private static ObjectNode withoutAbout(ObjectNode object) {
        return object.deepCopy().without(ABOUT);
    }
}
