package dev.gatehouse.engine.telemetry;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * Everything counted under one name, whatever the revision: a cell for each event loop that has met it, and what the
 * ticker has folded together from them. Loops call {@link #cell} only; all else belongs to the ticker's lock.
 */
final class Series {
    private static final LoopCell[] NO_CELLS = {};
    private static final AtomicReferenceFieldUpdater<Series, LoopCell[]> CELLS =
            AtomicReferenceFieldUpdater.newUpdater(Series.class, LoopCell[].class, "cells");

    final String name;

    /** Since the start of the gateway. */
    final Tally total = new Tally();

    /** Since the start of the minute. */
    Tally minute = new Tally();

    /** Whether the metrics show it under its own name. */
    boolean labelled;

    /** Whether nobody folds it any more: what still counts has to be found by its name again. */
    volatile boolean forgotten;

    /** Seconds without any traffic. */
    long idleSeconds;

    private volatile LoopCell[] cells = NO_CELLS;
    private final long[] sums = new long[Tally.CLASSES + 2];

    Series(String name) {
        this.name = name;
    }

    /** The cell of one loop; made at the first call. */
    @SuppressWarnings("ReferenceEquality") // an owner is itself and nothing else
    LoopCell cell(Object owner) {
        while (true) {
            LoopCell[] old = cells;
            for (LoopCell cell : old) {
                if (cell.owner == owner) {
                    return cell;
                }
            }
            LoopCell[] next = Arrays.copyOf(old, old.length + 1);
            LoopCell added = new LoopCell(owner);
            next[old.length] = added;
            if (CELLS.compareAndSet(this, old, next)) {
                return added;
            }
        }
    }

    /**
     * Puts into {@code second} what came since the last call, and adds it to the minute and the total.
     *
     * @param latency a scratch array with a place for each bucket
     * @return whether anything ended or is in flight
     */
    boolean fold(Tally second, int[] latency) {
        second.clear();
        Arrays.fill(sums, 0);
        LoopCell[] all = cells;
        for (LoopCell cell : all) {
            cell.addCounts(sums);
        }
        long ended = 0;
        for (int i = 0; i < Tally.CLASSES; i++) {
            second.classes[i] = sums[i] - total.classes[i];
            ended += sums[i];
        }
        second.inFlight = Math.max(0, sums[Tally.CLASSES] - ended);
        total.inFlight = 0; // a gauge: the sum below shall hold the present, not the most ever
        if (second.requests() == 0) {
            idleSeconds = second.inFlight == 0 ? idleSeconds + 1 : 0;
            minute.inFlight = Math.max(minute.inFlight, second.inFlight);
            total.inFlight = second.inFlight;
            return second.inFlight > 0;
        }
        idleSeconds = 0;
        second.micros = sums[Tally.CLASSES + 1] - total.micros;
        Arrays.fill(latency, 0);
        for (LoopCell cell : all) {
            cell.addLatency(latency);
        }
        long[] before = total.ownBuckets();
        long[] now = second.ownBuckets();
        for (int i = 0; i < latency.length; i++) {
            now[i] = Integer.toUnsignedLong(latency[i] - (int) before[i]);
        }
        total.add(second);
        minute.add(second);
        return true;
    }

    /** What the minute came to; a new one begins. */
    Tally takeMinute() {
        Tally taken = minute;
        minute = new Tally();
        return taken;
    }
}
