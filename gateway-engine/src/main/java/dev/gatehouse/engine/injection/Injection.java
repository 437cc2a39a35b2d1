package dev.gatehouse.engine.injection;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A fault that a share of one route's requests meets, for a time. Used from any thread; times are {@link System#nanoTime}. */
public final class Injection {
    private final String id;
    private final Terms terms;
    private final String author;
    private final Instant startedAt;
    private final long ends;
    private final LongAdder hits = new LongAdder();

    /**
     * What is injected.
     *
     * @param route the route's full name
     * @param delay how long a request waits; null for not at all
     * @param abort the status that it is answered with then, 400 to 599; null if it goes on
     * @param percent of the route's requests, 1 to 100
     * @param length how long it goes on
     */
    public record Terms(
            String route,
            @Nullable Duration delay,
            @Nullable Integer abort,
            int percent,
            Duration length) {}

    /** An injection that begins now. */
    public Injection(String id, Terms terms, String author, Instant startedAt, long now) {
        this.id = id;
        this.terms = terms;
        this.author = author;
        this.startedAt = startedAt;
        ends = now + terms.length().toNanos();
    }

    /** Its name among those that run. */
    public String id() {
        return id;
    }

    /** What is injected. */
    public Terms terms() {
        return terms;
    }

    /** Who started it. */
    public String author() {
        return author;
    }

    /** When it was started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** When it ends by itself. */
    public Instant endsAt() {
        return startedAt.plus(terms.length());
    }

    /** Whether its time is over. */
    public boolean isOver(long now) {
        return now - ends >= 0;
    }

    /**
     * Whether a request meets it; counts those that do.
     *
     * @param draw evenly drawn from [0, 100)
     */
    public boolean meets(int draw, long now) {
        if (draw >= terms.percent() || isOver(now)) {
            return false;
        }
        hits.increment();
        return true;
    }

    /** The requests that have met it. */
    public long hits() {
        return hits.sum();
    }
}
