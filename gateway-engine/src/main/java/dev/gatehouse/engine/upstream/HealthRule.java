package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.ActiveHealth;
import dev.gatehouse.engine.model.Health;
import dev.gatehouse.engine.model.PassiveHealth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream's setting of health, ready for use.
 *
 * @param active how probes are counted; null if there are none
 * @param passive how requests are counted; null if they are not
 */
record HealthRule(@Nullable ActiveHealth active, @Nullable Passive passive) {
    private static final List<String> USUAL =
            List.of(Failures.CONNECT, Failures.RESET, Failures.TIMEOUT, "502", "503", "504");

    /** When a target is ejected and for how long. */
    record Passive(
            int failures,
            Failures on,
            long ejectNanos,
            int mostPercent,
            @Nullable OutlierRule outliers) {}

    /** Null if nothing is set. */
    static @Nullable HealthRule of(Health health) {
        PassiveHealth passive = health.passive();
        if (health.active() == null && passive == null) {
            return null;
        }
        return new HealthRule(
                health.active(),
                passive == null
                        ? null
                        : new Passive(
                                passive.failures(),
                                new Failures(passive.on().isEmpty() ? USUAL : passive.on()),
                                passive.ejectFor().toNanos(),
                                Percent.of(passive.maxEjected()),
                                passive.outliers() == null ? null : OutlierRule.of(passive.outliers())));
    }
}
