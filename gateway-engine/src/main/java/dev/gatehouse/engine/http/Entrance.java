package dev.gatehouse.engine.http;

import dev.gatehouse.engine.telemetry.Door;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * Where connections come in. Stays the same as long as the sockets do, whatever their listener is called meanwhile: what a
 * connection asks is which listener its entrance leads to now. Counts the connections, and those of each address while that
 * has a limit.
 *
 * <p>While there are as many connections as there may be, the sockets are not read: new ones wait in the kernel's queue. The
 * loop that takes the last one stops at once; opening and shutting all of them is decided on one loop, so that decisions
 * cannot overtake each other.
 */
final class Entrance {
    private final Map<InetAddress, Integer> connections = new ConcurrentHashMap<>();
    private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger open = new AtomicInteger();
    private final IntSupplier count = open::get;
    private volatile List<Channel> sockets = List.of();
    private volatile Door door = new Door();
    private volatile int most;
    private volatile boolean shut;
    private volatile boolean draining;

    /** Takes connections from these sockets. */
    void opens(List<Channel> channels) {
        sockets = channels;
        channels.forEach(channel -> channel.config().setAutoRead(true));
    }

    /**
     * Leads to a listener from now on.
     *
     * @param limit the most connections; 0 for as many as come
     */
    void leadsTo(Door next, int limit) {
        if (next != door) {
            door.leadsNoMore(count);
        }
        door = next;
        most = limit;
        next.leadsTo(count);
        next.shut(shut);
        look();
    }

    /** What happens here is counted there. */
    Door door() {
        return door;
    }

    /** Counts a connection in; false if its address has as many as it may. */
    boolean enter(InetAddress address, int limit) {
        if (connections.merge(address, 1, Integer::sum) <= limit) {
            return true;
        }
        leave(address);
        return false;
    }

    /** Counts a connection out; once for each that entered. */
    void leave(InetAddress address) {
        connections.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
    }

    /** A connection has come in; on its loop. */
    void took(Channel client) {
        clients.add(client);
        open.incrementAndGet();
        client.closeFuture().addListener(_ -> {
            open.decrementAndGet();
            if (shut) {
                look();
            }
        });
        if (isFull()) {
            client.parent().config().setAutoRead(false);
            look();
        }
    }

    private boolean isFull() {
        int limit = most;
        return limit > 0 && open.get() >= limit;
    }

    private void look() {
        List<Channel> all = sockets;
        if (!all.isEmpty() && !draining) {
            all.getFirst().eventLoop().execute(this::decide);
        }
    }

    private void decide() {
        shut(isFull());
        if (shut && !isFull()) { // one has gone between the two, and may not have seen that we are shut
            shut(false);
        }
    }

    private void shut(boolean now) {
        shut = now;
        AtomicInteger left = new AtomicInteger(sockets.size());
        for (Channel socket : sockets) {
            socket.eventLoop().execute(() -> {
                if (socket.isOpen()) {
                    socket.config().setAutoRead(!now);
                }
                if (left.decrementAndGet() == 0) {
                    door.shut(now);
                }
            });
        }
    }

    /** Whether connections close as soon as nothing is in flight. */
    boolean isDraining() {
        return draining;
    }

    /** The sockets are gone: connections close as soon as nothing is in flight. */
    void drain() {
        draining = true;
        shut = false;
        door.shut(false);
        for (Channel client : clients) {
            client.eventLoop().execute(() -> {
                ChannelHandlerContext handler = client.pipeline().context(ClientConnection.class);
                if (handler != null) {
                    ((ClientConnection) handler.handler()).drain();
                }
            });
        }
    }

    /** The connections that are open. */
    ChannelGroup clients() {
        return clients;
    }

    /** Closes what is still open, and tells how many these were. */
    int cut() {
        int left = clients.size();
        if (left > 0) {
            door.cut(left);
            clients.close();
        }
        return left;
    }
}
