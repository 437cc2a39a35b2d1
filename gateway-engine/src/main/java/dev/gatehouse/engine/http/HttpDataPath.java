package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.http.tls.Contexts;
import dev.gatehouse.engine.http.tls.SnapshotTls;
import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.telemetry.Doors;
import dev.gatehouse.engine.telemetry.MemoryUse;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data path: event loops, the listeners' sockets and the running snapshot. {@link #prepare}, its outcome and
 * {@link #close} are called by one thread at a time, none of them an event loop's.
 */
public final class HttpDataPath implements DataPath, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpDataPath.class);

    private static final int MEMORY_MILLIS = 100;

    private final Transport transport = Transport.best();
    private final EventLoopGroup group;
    private final List<EventLoop> eventLoops = new ArrayList<>();
    private final Map<EventExecutor, Loop> loops = new HashMap<>();
    private final DnsAddressResolverGroup resolver;
    private final Binder binder;
    private final Contexts contexts = new Contexts();
    private final Doors doors;
    private final Duration patience;
    private final Set<Entrance> leaving = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Serving serving;
    private volatile Map<String, ListenerSockets> sockets = Map.of();
    private volatile boolean draining;

    /**
     * Starts the event loops.
     *
     * @param loopCount how many; 0 for one a processor
     * @param observers makes what sees the requests of each loop
     * @param doors where it is counted what happens at the listeners
     * @param memory where it is told how much memory is in use
     * @param injections the faults that are injected
     * @param patience how long requests in flight of a listener that was removed may take
     */
    public HttpDataPath(
            int loopCount,
            Observer.Factory observers,
            Doors doors,
            MemoryUse memory,
            Injections injections,
            Duration patience) {
        this(loopCount, observers, doors, MemoryGuard.ofBuffers(memory), injections, patience);
    }

    HttpDataPath(
            int loopCount,
            Observer.Factory observers,
            Doors doors,
            MemoryGuard memory,
            Injections injections,
            Duration patience) {
        this.doors = doors;
        this.patience = patience;
        int count = loopCount == 0 ? Runtime.getRuntime().availableProcessors() : loopCount;
        group = new MultiThreadIoEventLoopGroup(
                count, new DefaultThreadFactory("gatehouse-loop", true), transport.handlers());
        resolver = new DnsAddressResolverGroup(transport.datagram(), DnsServerAddressStreamProviders.platformDefault());
        CallIds.Keys keys = CallIds.Keys.random();
        Connector connector = new Connector(transport.socket(), resolver);
        for (int i = 0; i < count; i++) {
            EventLoop eventLoop = group.next();
            eventLoops.add(eventLoop);
            loops.put(
                    eventLoop,
                    new Loop(eventLoop, observers.forLoop(i), new CallIds(keys, i), connector, memory, injections));
        }
        eventLoops.getFirst().scheduleAtFixedRate(memory::look, MEMORY_MILLIS, MEMORY_MILLIS, TimeUnit.MILLISECONDS);
        binder = new Binder(transport, group, eventLoops);
    }

    /** What is served now. Only asked once there is something: sockets take connections after the first swap. */
    Serving serving() {
        return Objects.requireNonNull(serving);
    }

    /** What belongs to an event loop of this data path. */
    Loop loop(EventExecutor eventLoop) {
        return Objects.requireNonNull(loops.get(eventLoop));
    }

    /** Whether every connection knows that it closes as soon as nothing is in flight. */
    boolean isDraining() {
        return draining;
    }

    @Override
    public Map<String, InetSocketAddress> bindings() {
        Map<String, InetSocketAddress> bound = new HashMap<>();
        sockets.forEach((name, listener) -> bound.put(name, listener.bound()));
        return Map.copyOf(bound);
    }

    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        Map<String, ListenerSockets> before = sockets;
        Map<String, ListenerSockets> after = new HashMap<>();
        List<ListenerSockets> fresh = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        SnapshotTls tls = SnapshotTls.of(
                contexts, next, serving == null ? SnapshotTls.NONE : serving().tls(), violations);
        for (CompiledListener listener : next.listeners().values()) {
            InetSocketAddress wanted = new InetSocketAddress(
                    InetAddress.ofLiteral(listener.listener().address()),
                    listener.listener().port());
            ListenerSockets kept = kept(before, listener.name(), wanted);
            if (kept != null) {
                after.put(listener.name(), kept);
                continue;
            }
            boolean ours = before.values().stream().anyMatch(s -> s.wanted().getPort() == wanted.getPort());
            Entrance entrance = new Entrance();
            try {
                ListenerSockets bound = binder.bind(
                        listener,
                        wanted,
                        ours && wanted.getPort() != 0,
                        entrance,
                        new Connections(this, listener, entrance));
                fresh.add(bound);
                after.put(listener.name(), bound);
            } catch (Binder.Failed e) {
                violations.add(e.violation());
            }
        }
        if (!violations.isEmpty()) {
            fresh.forEach(ListenerSockets::close);
            throw new PrepareFailed(violations);
        }
        return new Prepared() {
            @Override
            public void swap() {
                serving = serving(next, after, tls);
                targetsChanged();
                sockets = Map.copyOf(after);
                serving()
                        .listeners()
                        .forEach((entrance, listener) -> entrance.leadsTo(
                                doors.of(listener.name()),
                                listener.listener().limits().openConnections()));
                fresh.forEach(ListenerSockets::accept);
                before.values().stream()
                        .filter(old -> !after.containsValue(old))
                        .forEach(HttpDataPath.this::leave);
            }

            @Override
            public void abort() {
                fresh.forEach(ListenerSockets::close);
            }
        };
    }

    /** The sockets that a listener can go on with: its own, or those of the listener that had the place before. */
    private static @Nullable ListenerSockets kept(
            Map<String, ListenerSockets> before, String name, InetSocketAddress wanted) {
        ListenerSockets own = before.get(name);
        if (own != null && own.wanted().equals(wanted)) {
            return own;
        }
        return wanted.getPort() == 0
                ? null
                : before.values().stream()
                        .filter(sockets -> sockets.wanted().equals(wanted))
                        .findFirst()
                        .orElse(null);
    }

    private static Serving serving(Snapshot next, Map<String, ListenerSockets> sockets, SnapshotTls tls) {
        Map<Entrance, CompiledListener> listeners = new HashMap<>();
        next.listeners().forEach((name, listener) -> {
            ListenerSockets at = sockets.get(name);
            if (at != null) {
                listeners.put(at.entrance(), listener);
            }
        });
        return new Serving(next, listeners, tls);
    }

    /** Takes no new connections, lets requests in flight finish, and cuts what is left after a time. */
    private void leave(ListenerSockets old) {
        Entrance entrance = old.entrance();
        old.close();
        leaving.add(entrance);
        entrance.drain();
        eventLoops
                .getFirst()
                .schedule(
                        () -> {
                            leaving.remove(entrance);
                            tellCut(entrance.cut(), patience);
                        },
                        patience.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    private static void tellCut(int cut, Duration after) {
        if (cut > 0) {
            LOG.warn(
                    "Cut {} connections whose requests had not ended {} ms after draining began",
                    cut,
                    after.toMillis());
        }
    }

    @Override
    public void targetsChanged() {
        Serving now = serving;
        if (now == null) {
            return;
        }
        long time = System.nanoTime();
        Set<TargetState> targets = new HashSet<>();
        for (CompiledUpstream upstream : now.snapshot().upstreams()) {
            upstream.state().members().stream()
                    .filter(member -> !member.isDrained() && !member.target().isForcedDown(time))
                    .forEach(member -> targets.add(member.target()));
        }
        loops.values().forEach(loop -> loop.eventLoop.execute(() -> loop.retain(targets)));
    }

    /**
     * Stops: takes no new connections, lets requests in flight finish, then cuts what is left.
     *
     * @param most how long requests in flight may take
     * @return how many connections had to be cut
     */
    public int close(Duration most) {
        Set<Entrance> all = new HashSet<>(leaving);
        for (ListenerSockets open : sockets.values()) {
            open.close();
            all.add(open.entrance());
        }
        sockets = Map.of();
        long deadline = System.nanoTime() + most.toNanos();
        all.forEach(Entrance::drain);
        draining = true;
        for (Entrance entrance : all) {
            entrance.clients()
                    .newCloseFuture()
                    .awaitUninterruptibly(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        int cut = 0;
        for (Entrance entrance : all) {
            cut += entrance.cut();
            entrance.clients().close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        }
        tellCut(cut, most);
        resolver.close();
        // a moment of quiet lets what closed connections have still to give back, such as TLS engines, be given back
        group.shutdownGracefully(50, 2000, TimeUnit.MILLISECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
        return cut;
    }

    /** Stops with the ten seconds that closing may take. */
    @Override
    public void close() {
        close(Duration.ofSeconds(10));
    }
}
