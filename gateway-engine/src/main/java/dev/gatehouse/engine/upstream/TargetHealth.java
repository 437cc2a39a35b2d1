package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.ActiveHealth;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one target's health; lives as long as the target does, over revisions. Lock-free. Times are {@link
 * System#nanoTime}, given by the caller.
 */
final class TargetHealth {
    /** The longest ejection, in multiples of the shortest. */
    private static final int LONGEST = 10;

    /**
     * An ejection, kept after its end so that the next one knows of it.
     *
     * @param times how many times the shortest ejection this one lasts
     */
    record Ejection(String reason, long from, long until, int times, boolean over) {
        boolean isOn(long now) {
            return !over && now - until < 0;
        }
    }

    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicReference<@Nullable Ejection> ejection = new AtomicReference<>();

    /** Probes in a row of the same outcome: good ones above 0, failed ones below. */
    private final AtomicInteger streak = new AtomicInteger();

    private final LongAdder good = new LongAdder();
    private final LongAdder bad = new LongAdder();

    private volatile @Nullable String probeDown;
    private volatile @Nullable Long probedUp;

    /** Counts a request for the comparison with other targets. */
    void count(boolean well) {
        (well ? good : bad).increment();
    }

    /** What was counted since this was last asked. */
    OutlierRule.Tally tally(Member member) {
        return new OutlierRule.Tally(member, good.sumThenReset(), bad.sumThenReset());
    }

    /** A request was answered well. */
    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** A request failed; true if that was one too many. */
    boolean failed(int most) {
        return failures.incrementAndGet() >= most;
    }

    /** Ejects the target; the ejection, or null if it was out already. */
    @Nullable
    Ejection eject(String reason, long shortest, long now) {
        Ejection last = ejection.get();
        if (last != null && last.isOn(now)) {
            return null;
        }
        int times = 1;
        if (last != null && now - last.until() < last.until() - last.from()) {
            times = Math.min(LONGEST, last.times() + 1);
        }
        Ejection next = new Ejection(reason, now, now + times * shortest, times, false);
        if (!ejection.compareAndSet(last, next)) {
            return null;
        }
        failures.set(0);
        return next;
    }

    /** Takes an ejection back. */
    void undo(Ejection made) {
        ejection.compareAndSet(made, null);
    }

    /** The ejection that is on, or null. */
    @Nullable
    Ejection ejection(long now) {
        Ejection last = ejection.get();
        return last != null && last.isOn(now) ? last : null;
    }

    /** Whether an ejection has run out since this was last asked; true for one asker. */
    boolean hasReturned(long now) {
        Ejection last = ejection.get();
        return last != null
                && !last.over()
                && !last.isOn(now)
                && ejection.compareAndSet(
                        last, new Ejection(last.reason(), last.from(), last.until(), last.times(), true));
    }

    /**
     * A probe has ended. By one thread at a time.
     *
     * @return whether the target went down or came up by it
     */
    boolean probed(boolean good, String reason, ActiveHealth rule, long at) {
        int before = streak.get();
        int now = good ? Math.max(0, before) + 1 : Math.min(0, before) - 1;
        streak.set(now);
        if (probeDown == null && -now >= rule.unhealthyAfter()) {
            probeDown = reason;
            return true;
        }
        if (probeDown != null && now >= rule.healthyAfter()) {
            probeDown = null;
            probedUp = at;
            return true;
        }
        return false;
    }

    /** When it last came back; what is given if it never was out. */
    long returned(long now, long never) {
        Ejection last = ejection.get();
        long ejected = last == null || last.isOn(now) ? never : last.until();
        Long probed = probedUp;
        return probed != null && probed - ejected > 0 ? probed : ejected;
    }

    /** Why probes keep it out; null if they do not. */
    @Nullable
    String probeDown() {
        return probeDown;
    }

    /** Whether the last probe was good. */
    boolean isProbedWell() {
        return streak.get() > 0;
    }
}
