package dev.gatehouse.engine.http;

import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.spec.Violation;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.unix.UnixChannelOption;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Binds the sockets of listeners. */
final class Binder {
    private static final int BACKLOG = 4096;

    private final Transport transport;
    private final EventLoopGroup group;
    private final List<EventLoop> loops;

    Binder(Transport transport, EventLoopGroup group, List<EventLoop> loops) {
        this.transport = transport;
        this.group = group;
        this.loops = loops;
    }

    /** Binding failed; says what stands in the way. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialised
        private final Violation violation;

        Failed(Violation violation) {
            super(violation.message());
            this.violation = violation;
        }

        Violation violation() {
            return violation;
        }
    }

    /**
     * Binds a listener without taking connections yet.
     *
     * @param ours whether a listener that goes away uses the port at another of the machine's addresses: the two may
     *     overlap, and share the port until the old one is closed
     * @param connections what each connection begins with
     */
    ListenerSockets bind(
            CompiledListener listener,
            InetSocketAddress wanted,
            boolean ours,
            Entrance entrance,
            ChannelHandler connections)
            throws Failed {
        int port = ours && transport.sharesPorts() ? wanted.getPort() : probe(listener, wanted);
        InetSocketAddress address = new InetSocketAddress(wanted.getAddress(), port);
        List<Channel> channels = new ArrayList<>();
        List<ChannelFuture> pending = new ArrayList<>();
        if (transport.sharesPorts()) {
            for (EventLoop loop : loops) {
                pending.add(bootstrap(loop, loop, connections)
                        .option(UnixChannelOption.SO_REUSEPORT, true)
                        .bind(address));
            }
        } else {
            pending.add(bootstrap(loops.getFirst(), group, connections).bind(address));
        }
        for (ChannelFuture future : pending) {
            future.awaitUninterruptibly();
            if (future.isSuccess()) {
                channels.add(future.channel());
            }
        }
        if (channels.size() < pending.size()) {
            channels.forEach(Channel::close);
            throw new Failed(inUse(listener, port));
        }
        return new ListenerSockets(wanted, address, entrance, channels);
    }

    private ServerBootstrap bootstrap(EventLoop acceptor, EventLoopGroup children, ChannelHandler connections) {
        return new ServerBootstrap()
                .group(acceptor, children)
                .channel(transport.server())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(connections);
    }

    /**
     * Binds the port exclusively for a moment: sockets that share a port would also share it with another gateway of the
     * same user, in silence.
     */
    private static int probe(CompiledListener listener, InetSocketAddress wanted) throws Failed {
        InetAddress address = wanted.getAddress();
        try (ServerSocket socket = new ServerSocket(wanted.getPort(), 1, address)) {
            return socket.getLocalPort();
        } catch (BindException e) {
            String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            if (reason.contains("permission")) {
                throw new Failed(new Violation(
                        listener.pointer() + "/port",
                        "This user may not bind port " + wanted.getPort() + ".",
                        "Choose a port from 1024 on, or give the program the right to bind low ports."));
            }
            if (reason.contains("assign") || reason.contains("not available")) {
                throw new Failed(new Violation(
                        listener.pointer() + "/address",
                        "This machine has no address " + address.getHostAddress() + ".",
                        "Use an address of this machine, or 0.0.0.0 for all."));
            }
            throw new Failed(inUse(listener, wanted.getPort()));
        } catch (IOException e) {
            throw new Failed(
                    new Violation(listener.pointer(), "The socket cannot be opened: " + e.getMessage() + ".", null));
        }
    }

    private static Violation inUse(CompiledListener listener, int port) {
        return new Violation(
                listener.pointer() + "/port",
                "Port " + port + " is in use by another program, or by another gateway.",
                "Stop that program, or choose another port.");
    }
}
