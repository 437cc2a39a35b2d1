package dev.gatehouse.engine.upstream;

import org.jspecify.annotations.Nullable;

/** What a request wants of the choice of its target; asked only as far as the balancer needs it. */
public interface Wish {
    /** Whether the request has been at a target already: another is chosen as long as there is one. */
    boolean wasAt(Member member);

    /** The text that decides with the balancer of the type hash. */
    String key();

    /** The token of the target to which the client sticks, or null. */
    @Nullable
    String pin();
}
