package dev.gatehouse.engine.exchange;

import io.netty.buffer.ByteBuf;

/** Changes one body part by part. Its length after the change is not known before its end, so it is sent in chunks. */
public interface BodyTransform {
    /**
     * Changes a part.
     *
     * @param part owned by the callee, which releases it or gives it back
     * @return owned by the caller; may be empty
     */
    ByteBuf part(ByteBuf part);

    /** What comes after the last part; owned by the caller, may be empty. */
    ByteBuf end();
}
