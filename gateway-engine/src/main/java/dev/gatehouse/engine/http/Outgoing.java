package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** A request's body on its way to a target: what is held until there is a connection, and whether some or all was sent. */
final class Outgoing {
    private final ArrayDeque<HttpContent> held = new ArrayDeque<>(2);
    private boolean begun;
    private boolean whole;

    /** Holds a part until there is a connection; owns it. */
    void hold(HttpContent part) {
        held.add(part);
    }

    /** Gives what is held to another. */
    void handTo(Outgoing other) {
        other.held.addAll(held);
        held.clear();
    }

    /** The next part that was held. */
    @Nullable
    HttpContent poll() {
        return held.poll();
    }

    boolean isHolding() {
        return !held.isEmpty();
    }

    /** Takes down that a part is sent now. */
    void sent(HttpContent part) {
        begun |= part.content().isReadable();
        whole |= part instanceof LastHttpContent;
    }

    /** Whether content has been sent. */
    boolean isBegun() {
        return begun;
    }

    /** Whether the end has been sent. */
    boolean isWhole() {
        return whole;
    }

    /** The end is taken back: a tunnel's bytes follow. */
    void opens(@Nullable Retries kept) {
        whole = false;
        if (kept != null) {
            kept.forget();
        }
    }

    /** Starts over: what was sent is held again, as far as it was kept; without anything kept it was an empty body. */
    void again(@Nullable Retries kept) {
        begun = false;
        if (kept != null) {
            kept.replay(held);
        }
        if (whole && held.isEmpty()) {
            held.add(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        whole = false;
    }

    /** Lets go of what is held and kept. */
    void release(@Nullable Retries kept) {
        if (kept != null) {
            kept.forget();
        }
        held.forEach(HttpContent::release);
        held.clear();
    }
}
