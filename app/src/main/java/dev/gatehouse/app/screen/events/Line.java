package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.List;

/** A line of the timeline. */
sealed interface Line {
    /** Names it among all lines, the same while events come. */
    String key();

    /** Where an hour or a day begins. */
    record Break(String key, String words) implements Line {}

    /**
     * An event, or the newest of several of the same kind about the same object.
     *
     * @param events newest first
     * @param open whether the others stand below it
     */
    record Row(String key, List<GatewayEvent> events, boolean open) implements Line {
        /** An event, or the newest of several. */
        public Row {
            events = List.copyOf(events);
        }

        GatewayEvent event() {
            return events.getFirst();
        }

        boolean folds() {
            return events.size() > 1;
        }
    }

    /** One of those that are folded. */
    record Repeat(String key, GatewayEvent event) implements Line {}
}
