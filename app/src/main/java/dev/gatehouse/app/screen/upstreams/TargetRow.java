package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.Status;
import org.jspecify.annotations.Nullable;

/**
 * A target: what the draft says of it, and what the gateway does.
 *
 * @param place its place in the draft's list; -1 for one that only the gateway still has
 * @param found whether discovery has found it: the draft says nothing of it
 * @param weight in the draft, or as it was found
 * @param state in words: Up, Down, Draining
 * @param reason why it takes no requests; empty if it does
 * @param drained whether the draft drains it
 * @param forced what somebody has said of it at once, beside the draft; null for nothing
 * @param isLive whether the gateway has it
 * @param pending whether the gateway does something else until the draft is applied
 */
record TargetRow(
        int place,
        boolean found,
        String address,
        int weight,
        Status status,
        String state,
        String reason,
        boolean drained,
        LiveFrame.@Nullable Forced forced,
        boolean isLive,
        boolean pending,
        Pace pace,
        long inFlight) {
    /** Whether it takes no requests, because it is down or forced out. */
    boolean isOut() {
        return status == Status.BAD || forced != null && forced.isOut();
    }
}
