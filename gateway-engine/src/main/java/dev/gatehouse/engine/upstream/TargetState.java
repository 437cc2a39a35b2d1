package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.telemetry.ForcedTarget;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One target at work. Its identity is the key under which the event loops keep idle connections; it stays the same as long
 * as the upstream has a target of this address, whatever else changes, so that what is in flight remains counted.
 */
public final class TargetState {
    private final String address;
    private final String host;
    private final String name;
    private final int port;
    private static final long AGES = 1L << 60;

    private final TargetHealth health = new TargetHealth();
    private final Latency latency = new Latency();
    private final AtomicReference<@Nullable Long> added;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<@Nullable Force> force = new AtomicReference<>();

    TargetState(String address) {
        this(address, null, false);
    }

    /**
     * A target.
     *
     * @param called what it has to show that it is; null for the host of its address
     * @param late whether it joins others that work already
     */
    TargetState(String address, @Nullable String called, boolean late) {
        added = new AtomicReference<>(late ? null : Long.MIN_VALUE);
        this.address = address;
        int colon = address.lastIndexOf(':');
        String before = address.substring(0, colon);
        host = before.startsWith("[") ? before.substring(1, before.length() - 1) : before;
        name = called == null ? host : called;
        port = Integer.parseInt(address.substring(colon + 1));
    }

    /** The address as configured or found, {@code host:port}. */
    public String address() {
        return address;
    }

    /** The host name or IP address, without brackets. */
    public String host() {
        return host;
    }

    /** The name by which it is asked for in TLS: what discovery has found it under, else its host. */
    public String name() {
        return name;
    }

    /** The TCP port. */
    public int port() {
        return port;
    }

    TargetHealth health() {
        return health;
    }

    Latency latency() {
        return latency;
    }

    /** What an operator has said of it, null if nothing that still holds. */
    @Nullable
    Force force(long now) {
        Force said = force.get();
        return said == null || said.isOver(now) ? null : said;
    }

    void force(Force next) {
        force.set(next);
    }

    /** Forgets what an operator has said; what that was, or null. */
    @Nullable
    Force release() {
        return force.getAndSet(null);
    }

    /** Forgets what has ended by itself; true for one caller. */
    boolean releaseIfOver(long now) {
        Force said = force.get();
        return said != null && said.isOver(now) && force.compareAndSet(said, null);
    }

    /** Whether an operator has said that it is down: connections to it are not kept. */
    public boolean isForcedDown(long now) {
        Force said = force(now);
        return said != null && said.told().state() == ForcedTarget.State.DOWN;
    }

    /** Since when it takes requests: its first choice, if it came late, or its last return. */
    long wellSince(long now) {
        added.compareAndSet(null, now);
        Long at = added.get();
        long joined = at == null || at == Long.MIN_VALUE ? now - AGES : at;
        long returned = health.returned(now, now - AGES);
        return returned - joined > 0 ? returned : joined;
    }

    /** Requests at the target now. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Counts a request in. */
    public void enter() {
        inFlight.incrementAndGet();
    }

    /** Counts a request out; once for each {@link #enter}. */
    public void leave() {
        inFlight.decrementAndGet();
    }
}
