package dev.gatehouse.engine.control;

import dev.gatehouse.engine.spec.Warning;
import java.util.List;

/**
 * A write that was done, or would have been.
 *
 * @param revision the revision that is active now; after a dry run the one that it would have been
 * @param warnings what is odd about it
 */
public record Applied(int revision, List<Warning> warnings) {
    public Applied {
        warnings = List.copyOf(warnings);
    }
}
