package dev.gatehouse.engine.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * The server sockets of one listener. They survive a swap when address and port stay the same, and a new
 * name as well.
 *
 * @param wanted where the configuration wants it
 * @param bound where it is
 * @param entrance what connections through them begin with
 * @param channels one for each event loop, or one for all
 */
record ListenerSockets(InetSocketAddress wanted, InetSocketAddress bound, Entrance entrance, List<Channel> channels) {
    void accept() {
        entrance.opens(channels);
    }

    /** Stops taking connections; those that are there go on. */
    void close() {
        channels.forEach(channel -> channel.close().syncUninterruptibly());
    }
}
