package dev.gatehouse.engine.upstream;

/** What a request wants of the choice of its target. */
public interface Wish {
    /** A request that takes any target. */
    Wish ANY = _ -> false;

    /** Whether the request has been at a target already: another is chosen as long as there is one. */
    boolean wasAt(Member member);
}
