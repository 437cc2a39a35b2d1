package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.Observer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that the gateway observes. Make it, {@link #start} it, hand it to the data path as the maker of observers,
 * call {@link #prepare} before and {@link #activated} after each swap; {@link #close} it last. Used from any thread; what
 * the loops use is the {@link Observer} alone.
 */
public final class Telemetry implements Observer.Factory, AutoCloseable {
    /** Room for some 8,000 calls a loop: what comes in while the store is busy with a batch. */
    private static final int RING_BYTES = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Telemetry.class);
    private static final long MILLIS = 1000;

    private final List<LoopObserver> observers = new CopyOnWriteArrayList<>();
    private final Registry registry = new Registry();
    private final Live live = new Live();
    private final InstantSource clock;
    private final CallStore store;
    private final int ringBytes;
    private final Events events;
    private final Doors doors = new Doors();
    private final MemoryUse memory = new MemoryUse();
    private final TargetWatch targets;
    private final CertificateWatch certificates;
    private final Calls calls;
    private final CallWriter writer;
    private final Ticker ticker;
    private final StatsReader stats;
    private volatile @Nullable RevisionNames prepared;

    /**
     * Makes the telemetry of one gateway.
     *
     * @param store where calls and roll-ups are kept; closed by {@link #close}
     */
    public Telemetry(InstantSource clock, CallStore store) {
        this(clock, store, RING_BYTES);
    }

    Telemetry(InstantSource clock, CallStore store, int ringBytes) {
        this.clock = clock;
        this.store = store;
        this.ringBytes = ringBytes;
        events = new Events(clock);
        targets = new TargetWatch(clock, events);
        certificates = new CertificateWatch(events, clock);
        CallTail tail = new CallTail();
        Followers followers = new Followers();
        calls = new Calls(tail, store, followers);
        writer = new CallWriter(clock, store, tail, followers, targets, events);
        ticker = new Ticker(
                clock, registry, new FrameMaker(registry, targets, doors, memory, writer, events, live), writer);
        stats = new StatsReader(ticker, store);
    }

    /** Starts the two threads, the ticker and the writer of calls. */
    public void start() {
        ticker.start();
        writer.start();
    }

    /** Makes the names of a revision known; call it before the data path is swapped to it. */
    public void prepare(RevisionNames next) {
        registry.prepare(next);
        prepared = next;
    }

    /** Whether the data path runs on a revision. */
    public boolean isActive(int revision) {
        return registry.active() == revision;
    }

    /** How long certificates are good for. */
    public CertificateWatch certificates() {
        return certificates;
    }

    /** Takes down that the data path runs on a prepared revision from now on. */
    public void activated(int revision) {
        registry.activated(revision);
        RevisionNames names = prepared;
        if (names != null && names.revision() == revision) {
            targets.watch(names.upstreams());
        }
        events.publish(
                Event.Kind.REVISION_APPLIED,
                new EventObject(EventObject.Kind.REVISION, String.valueOf(revision)),
                null,
                "Revision " + revision + " is active.");
    }

    @Override
    public Observer forLoop(int loop) {
        CallRing ring = new CallRing(ringBytes);
        LoopObserver observer = new LoopObserver(registry, ring);
        observers.add(observer);
        writer.drainFrom(ring);
        return observer;
    }

    /** How much of the memory for buffers is in use. */
    public MemoryUse memory() {
        return memory;
    }

    /** What happens at the listeners' doors. */
    public Doors doors() {
        return doors;
    }

    /** What happens now and in the last 15 minutes. */
    public Live live() {
        return live;
    }

    /** The recorded calls. */
    public Calls calls() {
        return calls;
    }

    /** What operators want to know of. */
    public Events events() {
        return events;
    }

    /** The targets and the pool of an upstream; null if the upstream is not configured. */
    public @Nullable UpstreamHealth upstream(String name) {
        return targets.upstream(name);
    }

    /**
     * Statistics over [from, to), back to as far as roll-ups are kept. By route or upstream, the busiest 50 are given.
     *
     * @param step at least a second; raised to minutes where seconds are no longer known (after 15 minutes), and to
     *     what gives at most 2,000 points
     */
    public Stats stats(Instant from, Instant to, Duration step, Stats.By by) {
        return stats.read(from, to, step, by, clock.millis() / MILLIS);
    }

    /** All counters as Prometheus text, version 0.0.4. */
    public String prometheus() {
        Prometheus text = new Prometheus();
        synchronized (ticker) {
            text.counters(registry, ticker.otherRoutes, ticker.otherUpstreams);
        }
        text.loops(observers);
        text.upstreams(targets.all());
        text.memory(memory);
        text.doors(doors.all());
        text.dropped(writer.droppedByRings(), writer.notStored());
        text.revision(registry.active());
        text.certificates(certificates.watched());
        text.machine();
        return text.text();
    }

    /** Folds the second that ends now and drains the rings: what the threads do, for tests that have a clock of theirs. */
    void turn() {
        ticker.tick(clock.millis() / MILLIS);
        writer.turn(clock.millis());
    }

    /** Stops the threads, writes what is still in memory, and closes the store. */
    @Override
    public void close() {
        try {
            ticker.stop();
            writer.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while the last calls were written; some may be missing");
        } finally {
            store.close();
        }
    }
}
