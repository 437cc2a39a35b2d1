package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpObject;

/** The target's end of an exchange. All calls on the exchange's event loop. */
interface UpstreamSide {
    /** Writes the head, a body part or the end of the request. Owns what it is given. */
    void write(HttpObject part);

    /** Sends what was written. */
    void flush();

    /** Whether more can be written without piling up. */
    boolean isWritable();

    /** Stops or resumes the response's body. */
    void reading(boolean on);

    /** The target has switched: from here on, bytes both ways, as parts of bodies. */
    void tunnel();

    /** Whether an earlier exchange used the same connection. */
    boolean isReused();

    /** Whether the target has said that it did nothing about the request. */
    default boolean isUntouched() {
        return false;
    }

    /** Lets go after a whole exchange; the connection may be used again. */
    void release(boolean reusable);
}
