package dev.gatehouse.engine.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream, or one of its targets, stopped or began to take requests, an operator said which, or targets came and went.
 *
 * @param target the target's address; null for the upstream as a whole
 * @param reason why, as the end of a sentence
 */
public record UpstreamChange(Event.Kind kind, @Nullable String target, String reason) {
    /** So many addresses are told of by name. */
    private static final int MOST_NAMED = 10;

    /** The change of a target. */
    public static UpstreamChange target(String address, boolean up, String reason) {
        return new UpstreamChange(up ? Event.Kind.TARGET_UP : Event.Kind.TARGET_DOWN, address, reason);
    }

    /** The change of the circuit. */
    public static UpstreamChange circuit(boolean open, String reason) {
        return new UpstreamChange(open ? Event.Kind.CIRCUIT_OPENED : Event.Kind.CIRCUIT_CLOSED, null, reason);
    }

    /** Other targets were found. */
    public static UpstreamChange discovered(List<String> added, List<String> removed, String source) {
        String joined = added.isEmpty() ? "" : some(added) + (added.size() == 1 ? " joins" : " join");
        String left = removed.isEmpty() ? "" : some(removed) + (removed.size() == 1 ? " leaves" : " leave");
        String both = joined.isEmpty() || left.isEmpty() ? joined + left : joined + ", " + left;
        return new UpstreamChange(Event.Kind.TARGETS_DISCOVERED, null, both + " (" + source + ")");
    }

    private static String some(List<String> addresses) {
        int more = addresses.size() - MOST_NAMED;
        return more <= 0
                ? String.join(", ", addresses)
                : String.join(", ", addresses.subList(0, MOST_NAMED)) + " and " + more + " more";
    }

    /** Discovery has failed, or has failed in another way. */
    public static UpstreamChange undiscovered(String source, String problem, int kept) {
        String then = kept == 0 ? "" : kept == 1 ? "; its 1 target stays" : "; its " + kept + " targets stay";
        return new UpstreamChange(Event.Kind.DISCOVERY_FAILED, null, source + ": " + problem + then);
    }

    /** Discovery works again. */
    public static UpstreamChange recovered(String source) {
        return new UpstreamChange(Event.Kind.DISCOVERY_RECOVERED, null, source + " has answered");
    }

    /** What to tell about an upstream of a name. */
    String message(String upstream) {
        String what = switch (kind) {
            case TARGET_UP -> "Target " + target + " of upstream " + upstream + " takes requests again: ";
            case TARGET_DOWN -> "Target " + target + " of upstream " + upstream + " takes no requests: ";
            case TARGET_FORCED -> "Target " + target + " of upstream " + upstream + " is forced ";
            case TARGET_RELEASED -> "Target " + target + " of upstream " + upstream + " is forced no longer: ";
            case TARGETS_DISCOVERED -> "Targets of upstream " + upstream + " have changed: ";
            case DISCOVERY_FAILED -> "The discovery of targets of upstream " + upstream + " has failed: ";
            case DISCOVERY_RECOVERED -> "The discovery of targets of upstream " + upstream + " works again: ";
            case CIRCUIT_OPENED -> "The circuit of upstream " + upstream + " is open: ";
            default -> "The circuit of upstream " + upstream + " is closed: ";
        };
        return what + reason + ".";
    }
}
