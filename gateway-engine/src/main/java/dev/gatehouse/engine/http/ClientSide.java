package dev.gatehouse.engine.http;

import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;

/**
 * The client's end of an exchange: an HTTP/1.1 connection, or a stream of a connection that carries many. All calls on the
 * exchange's event loop.
 */
interface ClientSide extends Flow {
    /**
     * Writes the head, a body part or the end of the response; an informational response comes as a full message. Owns what
     * it is given. Nothing is sent before {@link #flush}.
     */
    void write(HttpObject part);

    /**
     * Answers that the target has switched to what the client asked for: bytes follow both ways, as parts of bodies.
     *
     * @param response the target's 101; its headers go to the client
     * @return the side to go on with
     */
    ClientSide switched(Exchange exchange, HttpResponse response);

    /** Whether the client takes nothing but a switch for a success. */
    default boolean expectsSwitch() {
        return false;
    }

    /** The response has been written whole: the side may go on to the next request, or close. */
    void done();

    /** Breaks off so that the client sees that the response is not whole. */
    void abort();
}
