package dev.gatehouse.app.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.ObjectKey;

/** Where screens lead to one another. FX thread. */
public interface Ways {
    /** The traffic that a query of the gateway's language names ({@code status>=500 route:orders}); empty for all. */
    void traffic(String query);

    /** One recorded call. */
    void call(String id);

    /** A route in the designer. */
    void route(String name);

    /** A new route in the designer, not in the draft before its name is given. */
    void newRoute(ObjectNode seed);

    /** An upstream. */
    void upstream(String name);

    /** A listener. */
    void listener(String name);

    /** A certificate. */
    void certificate(String name);

    /** A configured object where it is shown, whatever its kind. */
    default void object(ObjectKey key) {
        switch (key.kind()) {
            case "routes" -> route(key.name());
            case "upstreams" -> upstream(key.name());
            case "listeners" -> listener(key.name());
            case "certificates" -> certificate(key.name());
            default -> {}
        }
    }

    /**
     * A field of a configured object, where it is edited.
     *
     * @param pointer within the object; empty for the object itself
     */
    void field(ObjectKey key, String pointer);

    /** A revision among the changes. */
    void revision(int number);

    /** What happened to the gateway; where the text is not empty, only what it is found in. */
    void events(String text);

    /** The gateway itself. */
    void gateway();

    /** The review of what is in the draft. */
    void review();
}
