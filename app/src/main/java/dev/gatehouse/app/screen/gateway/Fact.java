package dev.gatehouse.app.screen.gateway;

import java.util.Set;

/**
 * One line of what is known about the gateway.
 *
 * @param key of its label
 * @param value as it is shown, in the fixed-width face
 */
record Fact(String key, String value) {
    private static final Set<String> OF_THE_PROCESS =
            Set.of("gateway.fact.admin", "gateway.fact.listener", "gateway.fact.up", "gateway.fact.process");

    /** Whether it is true no longer once the gateway has stopped. */
    boolean goesWithTheProcess() {
        return OF_THE_PROCESS.contains(key);
    }
}
