package dev.gatehouse.engine.upstream;

/**
 * A target's place in an upstream.
 *
 * @param index its number in the upstream, from 0; stays with the address, and may leave gaps
 * @param target the target at work
 * @param weight its share of the requests; 0 while it is drained
 * @param priority its tier: the lowest in which a target is well takes the requests
 */
public record Member(int index, TargetState target, int weight, int priority) {
    /** Whether it takes no new requests. */
    public boolean isDrained() {
        return weight == 0;
    }
}
