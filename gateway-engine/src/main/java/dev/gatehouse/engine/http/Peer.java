package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.ClientCertificate;
import dev.gatehouse.engine.http.tls.ClientCertificates;
import dev.gatehouse.engine.snapshot.Networks;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The other end of a client's connection; the same for all its requests.
 *
 * @param address its IP address
 * @param text the address as text, IPv6 without brackets
 * @param localPort the port that it connected to
 * @param certificate what it proved itself with, or null
 */
record Peer(
        InetAddress address,
        String text,
        int localPort,
        @Nullable ClientCertificate certificate) {
    static Peer of(Channel channel) {
        InetAddress address = channel.remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
        int port = channel.localAddress() instanceof InetSocketAddress local ? local.getPort() : 0;
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        ClientCertificate certificate =
                tls == null ? null : ClientCertificates.of(tls.engine().getSession());
        return new Peer(address, zone < 0 ? text : text.substring(0, zone), port, certificate);
    }

    /** Whether what it says of the client before it is believed. */
    boolean isTrusted(Networks trusted) {
        return !trusted.isEmpty() && trusted.contains(address);
    }
}
