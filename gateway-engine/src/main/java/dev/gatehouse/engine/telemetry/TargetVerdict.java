package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an upstream that watches the health of its targets says of one.
 *
 * @param health unknown as long as nothing has shown it
 * @param reason why it takes no requests; null if it does
 * @param left how long it stays ejected; null if it is not, or until a probe says otherwise
 */
public record TargetVerdict(
        TargetState.Health health,
        @Nullable String reason,
        @Nullable Duration left) {}
