package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.route.Routing;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpRequest;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything that belongs to one event loop, used on it only. */
final class Loop {
    private static final int MOST_SCRATCH = 256;

    /** What an exchange needs while it runs and leaves to the next one. */
    static final class Scratch {
        final DecisionRecord record = new DecisionRecord();
        final Routing<CompiledRoute> routing = new Routing<>();

        /** A request has come; what is known of it before its head is checked. */
        void begin(Loop loop, Snapshot snapshot, CompiledListener listener, HttpRequest request, Peer peer) {
            record.startNanos = loop.readClock();
            record.startMicros = System.currentTimeMillis() * 1000;
            loop.ids.next();
            record.idHigh = loop.ids.high();
            record.idLow = loop.ids.low();
            record.revision = snapshot.revision();
            record.listener = listener.name();
            record.method = request.method().name();
            record.clientAddress = peer.text();
        }
    }

    final EventLoop eventLoop;
    final Observer observer;
    final MemoryGuard memory;
    final Injections injections;
    final CallIds ids;
    final SplittableRandom random = new SplittableRandom();
    final IdleConnections idle;
    final SharedConnections shared;
    private final Connector connector;
    private final Wheel wheel = new Wheel(System.nanoTime());
    private final ArrayDeque<Scratch> scratch = new ArrayDeque<>();
    private boolean ticking;
    private long now = System.nanoTime();

    Loop(
            EventLoop eventLoop,
            Observer observer,
            CallIds ids,
            Connector connector,
            MemoryGuard memory,
            Injections injections) {
        this.memory = memory;
        this.injections = injections;
        this.connector = connector;
        this.eventLoop = eventLoop;
        this.observer = observer;
        this.ids = ids;
        idle = new IdleConnections();
        shared = new SharedConnections(this);
    }

    Connector connector() {
        return connector;
    }

    /** Forgets the connections to all targets but these. */
    void retain(Set<TargetState> targets) {
        idle.retain(targets);
        shared.retain(targets);
    }

    Scratch scratch() {
        Scratch free = scratch.pollLast();
        return free == null ? new Scratch() : free;
    }

    void giveBack(Scratch used) {
        if (scratch.size() < MOST_SCRATCH) {
            used.record.clear();
            scratch.addLast(used);
        }
    }

    /** The clock as it was last read: precise to what the loop does in one go. */
    long clock() {
        return now;
    }

    /** The clock, read anew. */
    long readClock() {
        now = System.nanoTime();
        return now;
    }

    /** Gives something a deadline from now; precise to two ticks of the wheel. */
    void deadline(Timed timed, long nanos) {
        if (!ticking) {
            ticking = true;
            wheel.restart(readClock());
            tickLater();
        }
        wheel.set(timed, now + nanos);
    }

    void noDeadline(Timed timed) {
        timed.deadline = Timed.NEVER;
    }

    void forget(@Nullable Timed timed) {
        if (timed != null) {
            wheel.remove(timed);
        }
    }

    private void tickLater() {
        eventLoop.schedule(this::tick, Wheel.TICK_NANOS, TimeUnit.NANOSECONDS);
    }

    private void tick() {
        wheel.advance(readClock());
        if (wheel.isEmpty()) {
            ticking = false;
        } else {
            tickLater();
        }
    }
}
