package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.telemetry.ForcedTarget;

/**
 * What an operator has said of a target.
 *
 * @param until when it ends by itself, {@link System#nanoTime}; {@link Standing#FOREVER} if it does not
 */
record Force(ForcedTarget told, long until) {
    boolean isOver(long now) {
        return until != Standing.FOREVER && now - until >= 0;
    }
}
