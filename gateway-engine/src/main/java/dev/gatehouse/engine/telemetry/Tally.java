package dev.gatehouse.engine.telemetry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one thing over some time: requests by class, the most in flight, latencies in buckets. Tallies of
 * neighbouring times or things add up to a true one of both. Not thread-safe.
 */
public final class Tally {
    static final int SUCCESS = 0;
    static final int REDIRECT = 1;
    static final int CLIENT = 2;
    static final int SERVER = 3;
    static final int OTHER = 4;
    static final int CLASSES = 5;

    final long[] classes = new long[CLASSES];
    long inFlight;
    long micros;
    long @Nullable [] buckets;

    /** An empty tally. */
    public Tally() {}

    /** Requests that ended. */
    public long requests() {
        long sum = 0;
        for (long count : classes) {
            sum += count;
        }
        return sum;
    }

    /** Requests that ended badly by the gateway's or the upstream's doing: class 5xx. */
    public long errors() {
        return classes[SERVER];
    }

    /** The most that were in flight at the end of a second. */
    public long inFlight() {
        return inFlight;
    }

    /** Requests by class. */
    public LiveFrame.ByClass byClass() {
        return new LiveFrame.ByClass(
                classes[SUCCESS], classes[REDIRECT], classes[CLIENT], classes[SERVER], classes[OTHER]);
    }

    /**
     * A percentile by nearest rank, in milliseconds; null when nothing ended.
     *
     * @param share such as 0.99
     */
    public @Nullable Double percentile(double share) {
        long[] counts = buckets;
        if (counts == null) {
            return null;
        }
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        long rank = Math.max(1, (long) Math.ceil(share * all));
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return LatencyBuckets.millis(i);
            }
        }
        return null;
    }

    /** Adds another tally; what was in flight does not add up over time, so the larger counts. */
    public void add(Tally other) {
        for (int i = 0; i < CLASSES; i++) {
            classes[i] += other.classes[i];
        }
        inFlight = Math.max(inFlight, other.inFlight);
        micros += other.micros;
        long[] theirs = other.buckets;
        if (theirs != null) {
            long[] ours = ownBuckets();
            for (int i = 0; i < theirs.length; i++) {
                ours[i] += theirs[i];
            }
        }
    }

    void record(int type, long nanos) {
        classes[type]++;
        micros += nanos / 1000;
        ownBuckets()[LatencyBuckets.indexOf(nanos)]++;
    }

    long[] ownBuckets() {
        long[] own = buckets;
        if (own == null) {
            own = new long[LatencyBuckets.COUNT];
            buckets = own;
        }
        return own;
    }

    void clear() {
        Arrays.fill(classes, 0);
        inFlight = 0;
        micros = 0;
        long[] own = buckets;
        if (own != null) {
            Arrays.fill(own, 0);
        }
    }

    /** The tally in a few bytes: numbers of varying length, and only the buckets that are not empty. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter();
        for (long count : classes) {
            out.number(count);
        }
        out.number(inFlight).number(micros);
        long[] counts = buckets;
        if (counts != null) {
            int last = -1;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    out.number(i - last).number(counts[i]);
                    last = i;
                }
            }
        }
        return out.toBytes();
    }

    /**
     * The tally that {@link #encode} made these bytes of.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static Tally decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        Tally tally = new Tally();
        for (int i = 0; i < CLASSES; i++) {
            tally.classes[i] = in.number();
        }
        tally.inFlight = in.number();
        tally.micros = in.number();
        int bucket = -1;
        while (in.hasMore()) {
            long next = bucket + in.number();
            if (next < 0 || next >= LatencyBuckets.COUNT) {
                throw new IllegalArgumentException("Not a tally: it names bucket " + next);
            }
            bucket = (int) next;
            tally.ownBuckets()[bucket] = in.number();
        }
        return tally;
    }
}
