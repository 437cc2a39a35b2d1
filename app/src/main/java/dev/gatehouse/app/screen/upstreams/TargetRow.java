package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.look.Status;

/**
 * A target: what the draft says of it, and what the gateway does.
 *
 * @param place its place in the draft's list; -1 for one that only the gateway still has
 * @param weight in the draft
 * @param state in words: Up, Down, Draining
 * @param reason why it takes no requests; empty if it does
 * @param drained whether the draft drains it
 * @param pending whether the gateway does something else until the draft is applied
 */
record TargetRow(
        int place,
        String address,
        int weight,
        Status status,
        String state,
        String reason,
        boolean drained,
        boolean pending,
        Pace pace,
        long inFlight) {}
