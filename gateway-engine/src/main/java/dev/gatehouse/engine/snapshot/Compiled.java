package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a compilation.
 *
 * @param snapshot null exactly if there are violations
 */
public record Compiled(@Nullable Snapshot snapshot, List<Violation> violations, List<Warning> warnings) {}
