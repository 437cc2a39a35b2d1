package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Target;
import org.jspecify.annotations.Nullable;

/**
 * A target that discovery has found.
 *
 * @param address its host and port
 * @param name what it is called where it has to show who it is; null for the host of its address
 * @param weight its share of the requests; 0 drains it
 * @param priority its tier
 */
public record Found(String address, @Nullable String name, int weight, int priority) {
    /** A target as it is written. */
    public static Found of(Target target) {
        return new Found(target.address(), null, target.weight(), target.priority());
    }
}
