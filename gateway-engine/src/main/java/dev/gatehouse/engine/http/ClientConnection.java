package dev.gatehouse.engine.http;

import io.netty.channel.ChannelHandler;

/** The handler that stands for a client's connection, whatever it speaks. */
interface ClientConnection extends ChannelHandler {
    /** The data path drains: closes as soon as nothing is in flight. On the connection's event loop. */
    void drain();
}
