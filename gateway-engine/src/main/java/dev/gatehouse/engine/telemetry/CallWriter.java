package dev.gatehouse.engine.telemetry;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the calls out of the loops' rings: into the tail, to those who follow it, and once a second into the store. The
 * store gets at most {@value #MAX_STORED} calls a second, of which {@value #RESERVED} places are for those that went
 * wrong: writing a call costs a few microseconds, and at full speed that would be a third of what proxying it costs.
 * Counters, tail and followers see every call.
 */
final class CallWriter {
    /** The most calls that are stored in a second. */
    static final int MAX_STORED = 5000;

    /** How many of them only errors and faults may take. */
    static final int RESERVED = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(CallWriter.class);
    private static final long PAUSE_NANOS = 50_000_000;
    private static final long DELIVER_MILLIS = 100;
    private static final long FLUSH_MILLIS = 1000;
    private static final long TIDY_MILLIS = 60_000;
    private static final long STOP_MILLIS = 10_000;

    private final List<CallRing> rings = new CopyOnWriteArrayList<>();
    private final Queue<List<RollUp>> rollUps = new ConcurrentLinkedQueue<>();
    private final AtomicLong notStored = new AtomicLong();
    private final InstantSource clock;
    private final CallStore store;
    private final CallTail tail;
    private final Followers followers;
    private final TargetWatch targets;
    private final Events events;
    private final Thread thread = new Thread(this::run, "gatehouse-call-writer");
    private List<RecordedCall> pending = new ArrayList<>();
    private int good;
    private long lastDelivery;
    private long lastFlush;
    private long lastTidy;
    private boolean failing;
    private volatile boolean stopping;

    CallWriter(
            InstantSource clock,
            CallStore store,
            CallTail tail,
            Followers followers,
            TargetWatch targets,
            Events events) {
        this.clock = clock;
        this.store = store;
        this.tail = tail;
        this.followers = followers;
        this.targets = targets;
        this.events = events;
    }

    void start() {
        long now = clock.millis();
        lastFlush = now;
        lastTidy = now;
        thread.setDaemon(true);
        thread.start();
        // A store may take a second to open; calls are taken in meanwhile.
        Thread.ofPlatform().daemon().name("gatehouse-call-store").start(() -> tidy(now));
    }

    /** Stops the thread after it has written what there is; waits for it a while. */
    void stop() throws InterruptedException {
        stopping = true;
        if (thread.getState() == Thread.State.NEW) {
            finish();
        } else {
            LockSupport.unpark(thread);
            thread.join(STOP_MILLIS);
        }
    }

    void drainFrom(CallRing ring) {
        rings.add(ring);
    }

    /** Has roll-ups written with the next batch; from any thread. */
    void write(List<RollUp> minute) {
        rollUps.add(minute);
    }

    /** Calls that no ring had room for. */
    long droppedByRings() {
        return rings.stream().mapToLong(CallRing::dropped).sum();
    }

    /** Calls that were not stored: too many in a second, or the store failed. */
    long notStored() {
        return notStored.get();
    }

    private void run() {
        while (!stopping) {
            try {
                turn(clock.millis());
            } catch (RuntimeException e) {
                LOG.error("Recording calls failed; it goes on with the next", e);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        finish();
    }

    private void finish() {
        drain();
        followers.deliver();
        flush();
    }

    /** One turn of the thread, at a time in milliseconds. */
    void turn(long now) {
        drain();
        if (Math.abs(now - lastDelivery) >= DELIVER_MILLIS) {
            lastDelivery = now;
            followers.deliver();
        }
        if (Math.abs(now - lastFlush) >= FLUSH_MILLIS) {
            lastFlush = now;
            flush();
        }
        if (Math.abs(now - lastTidy) >= TIDY_MILLIS) {
            lastTidy = now;
            tidy(now);
        }
    }

    private void drain() {
        for (CallRing ring : rings) {
            for (byte[] bytes = ring.poll(); bytes != null; bytes = ring.poll()) {
                take(new RecordedCall(bytes));
            }
        }
    }

    private void take(RecordedCall call) {
        tail.add(call);
        followers.offer(call);
        targets.see(call);
        boolean bad = call.isBad();
        if (pending.size() < MAX_STORED && (bad || good < MAX_STORED - RESERVED)) {
            pending.add(call);
            good += bad ? 0 : 1;
        } else {
            notStored.incrementAndGet();
        }
    }

    private void flush() {
        List<RollUp> minutes = new ArrayList<>();
        for (List<RollUp> minute = rollUps.poll(); minute != null; minute = rollUps.poll()) {
            minutes.addAll(minute);
        }
        List<RecordedCall> batch = pending;
        pending = new ArrayList<>();
        good = 0;
        if (batch.isEmpty() && minutes.isEmpty()) {
            return;
        }
        try {
            store.append(batch.stream().map(RecordedCall::call).toList(), minutes);
            worked();
        } catch (IOException | RuntimeException e) {
            notStored.addAndGet(batch.size());
            failed(e);
        }
    }

    private void tidy(long now) {
        try {
            store.tidy(Instant.ofEpochMilli(now));
        } catch (IOException | RuntimeException e) {
            if (!stopping) {
                failed(e);
            }
        }
    }

    private synchronized void worked() {
        failing = false;
    }

    /** Says it once, until it has worked again. */
    private synchronized void failed(Exception e) {
        if (!failing) {
            failing = true;
            LOG.warn("The store of calls failed; calls are counted but not kept until it works again", e);
            events.publish(
                    Event.Kind.CALL_STORE_FAILED,
                    EventObject.gateway("calls"),
                    e.getMessage(),
                    "Calls cannot be stored (" + e.getMessage() + "); statistics and traffic go on.");
        }
    }
}
