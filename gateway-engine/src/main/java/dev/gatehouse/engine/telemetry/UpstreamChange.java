package dev.gatehouse.engine.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * An upstream, or one of its targets, stopped or began to take requests, or an operator said which.
 *
 * @param target the target's address; null for the upstream's circuit
 * @param reason why, as the end of a sentence
 */
public record UpstreamChange(Event.Kind kind, @Nullable String target, String reason) {
    /** The change of a target. */
    public static UpstreamChange target(String address, boolean up, String reason) {
        return new UpstreamChange(up ? Event.Kind.TARGET_UP : Event.Kind.TARGET_DOWN, address, reason);
    }

    /** The change of the circuit. */
    public static UpstreamChange circuit(boolean open, String reason) {
        return new UpstreamChange(open ? Event.Kind.CIRCUIT_OPENED : Event.Kind.CIRCUIT_CLOSED, null, reason);
    }

    /** What to tell about an upstream of a name. */
    String message(String upstream) {
        String what = switch (kind) {
            case TARGET_UP -> "Target " + target + " of upstream " + upstream + " takes requests again: ";
            case TARGET_DOWN -> "Target " + target + " of upstream " + upstream + " takes no requests: ";
            case TARGET_FORCED -> "Target " + target + " of upstream " + upstream + " is forced ";
            case TARGET_RELEASED -> "Target " + target + " of upstream " + upstream + " is forced no longer: ";
            case CIRCUIT_OPENED -> "The circuit of upstream " + upstream + " is open: ";
            default -> "The circuit of upstream " + upstream + " is closed: ";
        };
        return what + reason + ".";
    }
}
