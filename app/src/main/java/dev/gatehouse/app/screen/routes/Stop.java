package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.form.Part;
import dev.gatehouse.app.look.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place on a request's way through a route.
 *
 * @param id names it among the stops of any route
 * @param parts of the form that it edits
 * @param lines what it says of itself
 * @param rollout where requests go from here, as parts of a whole; null where none do
 * @param faults that are injected there just now, a line for each
 * @param targets the servers behind it, each with its health; empty where none are
 * @param changed whether it differs from the revision that is edited
 * @param problem whether something is wrong with it
 */
record Stop(
        String id,
        String title,
        String help,
        List<Part> parts,
        List<String> lines,
        @Nullable Rollout rollout,
        List<String> faults,
        List<Target> targets,
        boolean changed,
        boolean problem) {
    /** A server and how it is. */
    record Target(String address, Status status) {}
}
