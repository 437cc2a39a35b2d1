package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import org.jspecify.annotations.Nullable;

/** How a route of the draft stands, as a status and in words. */
final class Standings {
    private Standings() {}

    static Status status(boolean bad, @Nullable ObjectChange change) {
        return bad ? Status.BAD : change == null ? Status.GOOD : Status.ATTENTION;
    }

    static String words(boolean bad, @Nullable ObjectChange change) {
        if (bad) {
            return Texts.get("routes.state.problem");
        }
        if (change == null) {
            return Texts.get("routes.state.active");
        }
        return switch (change.op()) {
            case ADDED -> Texts.get("routes.state.added");
            case RENAMED -> Texts.get("routes.state.renamed", change.was().name());
            default -> Texts.get("routes.state.changed");
        };
    }
}
