package dev.gatehouse.engine.exchange;

import io.netty.buffer.ByteBuf;

/** Sees one body pass, part by part. */
public interface BodyObserver {
    /**
     * Sees a part.
     *
     * @param part stays the caller's and is valid during the call only
     */
    void part(ByteBuf part);

    /** The body has passed whole. */
    void end();
}
