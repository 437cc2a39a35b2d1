package dev.gatehouse.engine.demo;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The servers behind the demo, in this process, on loopback addresses. */
final class Origins implements AutoCloseable {
    private static final int LARGEST_BODY = 64 * 1024;

    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("demo-origins", true), NioIoHandler.newFactory());
    private final Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();

    private Origins() {}

    /** Starts them on their usual ports, or on free ones where those are taken. */
    static Origins start() {
        Origins origins = new Origins();
        try {
            origins.open("catalog-a", 9101, new Origin(Trade.CATALOG, "a", new Latency(14, 0.35), 11));
            origins.open("catalog-b", 9102, new Origin(Trade.CATALOG, "b", new Latency(95, 0.5), 12));
            origins.open("catalog-next", 9103, new Origin(Trade.CATALOG, "next", new Latency(9, 0.3), 13));
            origins.open("orders", 9104, new Origin(Trade.ORDERS, "a", new Latency(28, 0.5), 14));
            origins.open("payments", 9105, new Origin(Trade.PAYMENTS, "a", new Latency(60, 0.45), 15));
        } catch (RuntimeException e) {
            origins.close();
            throw e;
        }
        return origins;
    }

    /** Where each listens, by name. */
    Map<String, InetSocketAddress> addresses() {
        return addresses;
    }

    private void open(String name, int usualPort, Origin origin) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST_BODY), origin);
                    }
                });
        InetAddress loopback = InetAddress.getLoopbackAddress();
        var bound = bootstrap.bind(loopback, usualPort).awaitUninterruptibly();
        Channel channel = bound.isSuccess()
                ? bound.channel()
                : bootstrap.bind(loopback, 0).syncUninterruptibly().channel();
        addresses.put(name, (InetSocketAddress) channel.localAddress());
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
}
