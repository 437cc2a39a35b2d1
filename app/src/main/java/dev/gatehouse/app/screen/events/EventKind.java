package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.text.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of events that this console has words for; a gateway of another version may tell of more. */
enum EventKind {
    REVISION_APPLIED("events.kind.revision-applied", "events.means.revision-applied"),
    TARGET_UP("events.kind.target-up", null),
    TARGET_DOWN("events.kind.target-down", "events.means.target-down"),
    TARGET_FORCED("events.kind.target-forced", "events.means.target-forced"),
    TARGET_RELEASED("events.kind.target-released", null),
    TARGETS_DISCOVERED("events.kind.targets-discovered", null),
    DISCOVERY_FAILED("events.kind.discovery-failed", "events.means.discovery-failed"),
    DISCOVERY_RECOVERED("events.kind.discovery-recovered", null),
    CERTIFICATE_EXPIRES("events.kind.certificate-expires", "events.means.certificate-expires"),
    CERTIFICATE_RENEWED("events.kind.certificate-renewed", null),
    CIRCUIT_OPENED("events.kind.circuit-opened", "events.means.circuit-opened"),
    CIRCUIT_CLOSED("events.kind.circuit-closed", null),
    LISTENER_FULL("events.kind.listener-full", "events.means.listener-full"),
    LISTENER_OPEN("events.kind.listener-open", null),
    CONNECTIONS_CUT("events.kind.connections-cut", "events.means.connections-cut"),
    MEMORY_SHORT("events.kind.memory-short", "events.means.memory-short"),
    MEMORY_EASED("events.kind.memory-eased", null),
    CALLS_DROPPED("events.kind.calls-dropped", "events.means.calls-dropped"),
    CALL_STORE_FAILED("events.kind.call-store-failed", "events.means.call-store-failed"),
    INJECTION_STARTED("events.kind.injection-started", "events.means.injection-started"),
    INJECTION_ENDED("events.kind.injection-ended", null);

    private final String title;
    private final @Nullable String means;

    EventKind(String title, @Nullable String means) {
        this.title = title;
        this.means = means;
    }

    /** What happened, in a word or two; of a kind that is not known here, the gateway's own word. */
    static String title(GatewayEvent event) {
        EventKind known = of(event.kind());
        if (known != null) {
            return Texts.get(known.title);
        }
        String word = event.kind().replace('-', ' ');
        return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** What the line says beside kind and object: the reason, or the gateway's own sentence. */
    static String words(GatewayEvent event) {
        String reason = event.reason();
        if (reason.isEmpty() || of(event.kind()) == null) {
            return event.message();
        }
        return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
    }

    /** What it means and what can be done; empty where the event says all. */
    static String means(GatewayEvent event) {
        EventKind known = of(event.kind());
        return known == null || known.means == null ? "" : Texts.get(known.means);
    }

    /** The kind of a word; null if there are no words for it. */
    static @Nullable EventKind of(String word) {
        for (EventKind kind : values()) {
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
