package dev.gatehouse.engine.outbound.discovery;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one thread on which all questions to name servers are asked; started with the first. */
final class DnsThread implements AutoCloseable {
    private @Nullable EventLoopGroup group;

    synchronized EventLoop eventLoop() {
        EventLoopGroup running = group;
        if (running == null) {
            running = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("gatehouse-dns", true), NioIoHandler.newFactory());
            group = running;
        }
        return running.next();
    }

    @Override
    public synchronized void close() {
        if (group != null) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }
}
