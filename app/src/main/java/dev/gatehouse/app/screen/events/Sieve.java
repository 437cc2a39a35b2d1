package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.Locale;

/**
 * Which events are shown, apart from when they happened.
 *
 * @param text words that all are to be found in the object, the kind, or what is said
 */
record Sieve(Least least, Matter matter, String text) {
    boolean holds(GatewayEvent event) {
        return least.holds(event) && matter.holds(event) && says(event);
    }

    private boolean says(GatewayEvent event) {
        if (text.isBlank()) {
            return true;
        }
        String said = String.join(
                        " ",
                        event.object().kind() + ":" + event.object().name(),
                        event.kind(),
                        EventKind.title(event),
                        event.message())
                .toLowerCase(Locale.ROOT);
        for (String word : text.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!said.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
