package dev.gatehouse.engine.control;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Who makes a revision, why, and for how long unless it is confirmed. */
record Reason(
        String author, @Nullable String message, @Nullable Duration confirmWithin) {}
