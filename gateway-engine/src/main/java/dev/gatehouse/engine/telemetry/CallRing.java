package dev.gatehouse.engine.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A ring of encoded calls between one event loop, which puts in, and the writer, which takes out. A call that does not
 * fit is dropped and counted; neither side ever waits for the other.
 */
final class CallRing {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle PUT;
    private static final VarHandle TAKEN;
    private static final VarHandle DROPPED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            PUT = lookup.findVarHandle(CallRing.class, "put", long.class);
            TAKEN = lookup.findVarHandle(CallRing.class, "taken", long.class);
            DROPPED = lookup.findVarHandle(CallRing.class, "dropped", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final byte[] bytes;
    private final int mask;

    /** Bytes put in and taken out since the start; the places are these modulo the ring's size. */
    private long put;

    private long taken;
    private long dropped;

    /** What the loop last saw of {@link #taken}, so that it need not look at the writer's memory each time. */
    private long takenSeen;

    /**
     * Makes an empty ring.
     *
     * @param size bytes, a power of two
     */
    CallRing(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("The size of a ring must be a power of two, not " + size);
        }
        bytes = new byte[size];
        mask = size - 1;
    }

    /** Puts in one call; the loop only. The length goes first, and every call starts at a multiple of four. */
    boolean offer(byte[] call, int length) {
        long at = put;
        long end = at + Integer.BYTES + aligned(length);
        if (end - takenSeen > bytes.length) {
            takenSeen = (long) TAKEN.getAcquire(this);
            if (end - takenSeen > bytes.length) {
                DROPPED.setOpaque(this, dropped + 1);
                return false;
            }
        }
        INT.set(bytes, (int) at & mask, length);
        int start = (int) (at + Integer.BYTES) & mask;
        int first = Math.min(length, bytes.length - start);
        System.arraycopy(call, 0, bytes, start, first);
        System.arraycopy(call, first, bytes, 0, length - first);
        PUT.setRelease(this, end);
        return true;
    }

    /** Takes out one call, or null when there is none; the writer only. */
    byte @Nullable [] poll() {
        long at = taken;
        if (at == (long) PUT.getAcquire(this)) {
            return null;
        }
        int length = (int) INT.get(bytes, (int) at & mask);
        byte[] call = new byte[length];
        int start = (int) (at + Integer.BYTES) & mask;
        int first = Math.min(length, bytes.length - start);
        System.arraycopy(bytes, start, call, 0, first);
        System.arraycopy(bytes, 0, call, first, length - first);
        TAKEN.setRelease(this, at + Integer.BYTES + aligned(length));
        return call;
    }

    /** How many calls did not fit; from any thread. */
    long dropped() {
        return (long) DROPPED.getOpaque(this);
    }

    private static int aligned(int length) {
        return (length + Integer.BYTES - 1) & -Integer.BYTES;
    }
}
