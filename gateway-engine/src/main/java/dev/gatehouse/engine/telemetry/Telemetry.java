package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.Observer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Everything that the gateway observes. Make it, {@link #start} it, hand it to the data path as the maker of observers,
 * call {@link #prepare} before and {@link #activated} after each swap; {@link #close} it last.
 */
public final class Telemetry implements Observer.Factory, AutoCloseable {
    private final Events events;

    /**
     * Makes the telemetry of one gateway.
     *
     * @param store where calls and roll-ups are kept; closed by {@link #close}
     */
    public Telemetry(InstantSource clock, CallStore store) {
        events = new Events(clock);
    }

    /** Starts the two threads. */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Makes the names of a revision known; call it before the data path is swapped to it. */
    public void prepare(RevisionNames next) {
        throw new UnsupportedOperationException();
    }

    /** Takes down that the data path runs on a prepared revision from now on. */
    public void activated(int revision) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Observer forLoop(int loop) {
        throw new UnsupportedOperationException();
    }

    /** What happens now and in the last 15 minutes. */
    public Live live() {
        throw new UnsupportedOperationException();
    }

    /** The recorded calls. */
    public Calls calls() {
        throw new UnsupportedOperationException();
    }

    /** What operators want to know of. */
    public Events events() {
        return events;
    }

    /**
     * Statistics over [from, to), back to as far as roll-ups are kept. By route or upstream, the busiest are given.
     *
     * @param step at least a second; seconds are known for 15 minutes, minutes beyond
     */
    public Stats stats(Instant from, Instant to, Duration step, Stats.By by) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** All counters as Prometheus text, version 0.0.4. */
    public String prometheus() {
        throw new UnsupportedOperationException();
    }

    /** Stops the threads, writes what is still in memory, and closes the store. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
