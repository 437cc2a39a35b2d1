package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.exchange.StepHandler;
import java.util.List;

/**
 * A route of a revision.
 *
 * @param index its dense number in the revision
 * @param name its full name
 * @param chain its policies in the order in which a request meets them
 * @param ending where it ends
 */
public record CompiledRoute(int index, String name, List<NamedStep> chain, Ending ending) {
    /** A policy's handler and the name under which it is reported. */
    public record NamedStep(String name, StepHandler handler) {}
}
