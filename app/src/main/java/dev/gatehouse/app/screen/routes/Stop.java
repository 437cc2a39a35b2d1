package dev.gatehouse.app.screen.routes;

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
 * @param targets the servers behind it, each with its health; empty where none are
 * @param changed whether it differs from the revision that is edited
 * @param problem whether something is wrong with it
 */
record Stop(
        String id,
        String title,
        String help,
        List<Part> parts,
        List<Line> lines,
        List<Target> targets,
        boolean changed,
        boolean problem) {
    /**
     * A line of a stop.
     *
     * @param share drawn as a bar, 0 to 1; null for none
     */
    record Line(String text, @Nullable Double share) {
        Line(String text) {
            this(text, null);
        }
    }

    /** A server and how it is. */
    record Target(String address, Status status) {}
}
