package dev.gatehouse.engine.http;

import dev.gatehouse.engine.model.Importance;
import dev.gatehouse.engine.telemetry.MemoryUse;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;
import java.util.function.LongSupplier;

/**
 * Watches how much of the memory for buffers is in use, and says which requests it is too little for: the sheddable ones
 * first, then the normal ones, the critical ones last. It gives in only when the use has fallen some way below what made
 * it refuse. Looked at ten times a second, asked by every request.
 */
final class MemoryGuard {
    private static final int[] REFUSES_FROM = {80, 90, 97};
    private static final int GIVES_IN_BELOW = 5;
    private static final int PERCENT = 100;

    private final LongSupplier used;
    private final long most;
    private final MemoryUse told;
    private volatile int level;

    /**
     * Guards some memory.
     *
     * @param used tells the bytes in use
     * @param told where it is told
     */
    MemoryGuard(LongSupplier used, long most, MemoryUse told) {
        this.used = used;
        this.most = most;
        this.told = told;
    }

    /** Guards the direct memory that Netty's buffers are in. */
    static MemoryGuard ofBuffers(MemoryUse told) {
        // What the pool keeps for the next buffer is free for us: only what buffers have counts.
        LongSupplier used = ByteBufAllocator.DEFAULT instanceof PooledByteBufAllocator pooled
                ? pooled::pinnedDirectMemory
                : PlatformDependent::usedDirectMemory;
        return new MemoryGuard(used, PlatformDependent.maxDirectMemory(), told);
    }

    /** Looks how much is in use; by one thread at a time. */
    void look() {
        long now = used.getAsLong();
        long percent = most <= 0 ? 0 : now * PERCENT / most;
        int next = 0;
        for (int i = 0; i < REFUSES_FROM.length; i++) {
            int from = i < level ? REFUSES_FROM[i] - GIVES_IN_BELOW : REFUSES_FROM[i];
            if (percent >= from) {
                next = i + 1;
            }
        }
        level = next;
        told.is(now, most, next);
    }

    /** Whether there is too little memory for a request. */
    @SuppressWarnings("EnumOrdinal") // the order of the constants is what it is about
    boolean refuses(Importance importance) {
        int now = level;
        return now > 0 && importance.ordinal() < now;
    }
}
