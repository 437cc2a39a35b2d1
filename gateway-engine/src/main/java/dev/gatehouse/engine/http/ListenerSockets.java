package dev.gatehouse.engine.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The server sockets of one listener. They survive a swap when address and port stay the same.
 *
 * @param wanted where the configuration wants it
 * @param bound where it is
 * @param channels one for each event loop, or one for all
 */
record ListenerSockets(InetSocketAddress wanted, InetSocketAddress bound, List<Channel> channels) {
    void accept() {
        channels.forEach(channel -> channel.config().setAutoRead(true));
    }

    /** Stops taking connections; those that are there go on. */
    void close() {
        channels.forEach(channel -> channel.close().syncUninterruptibly());
    }
}
