package dev.gatehouse.engine.http;

import java.security.SecureRandom;

/**
 * Makes the ids of one event loop's calls: node, loop and counter, put through a keyed permutation of 128 bits (a Feistel
 * network of four rounds, Luby and Rackoff 1988, over SipHash-2-4), so that ids are unique and cannot be guessed from one
 * another.
 */
final class CallIds {
    private static final int ROUNDS = 4;

    /** The keys of one gateway's life. */
    record Keys(long node, long[] keys) {
        static Keys random() {
            SecureRandom random = new SecureRandom();
            return new Keys(random.nextLong(), random.longs(2 * ROUNDS).toArray());
        }
    }

    private final Keys keys;
    private final long loop;
    private long counter;
    private long high;
    private long low;

    CallIds(Keys keys, int loop) {
        this.keys = keys;
        this.loop = (long) loop << 48;
    }

    /** Makes the next id; read it with {@link #high} and {@link #low}. */
    void next() {
        long left = keys.node;
        long right = loop | counter++;
        for (int round = 0; round < ROUNDS; round++) {
            long mixed = left ^ sip(keys.keys[2 * round], keys.keys[2 * round + 1], right);
            left = right;
            right = mixed;
        }
        high = left;
        low = right;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** SipHash-2-4 of eight bytes (Aumasson and Bernstein, 2012). */
    static long sip(long k0, long k1, long message) {
        long v0 = k0 ^ 0x736f6d6570736575L;
        long v1 = k1 ^ 0x646f72616e646f6dL;
        long v2 = k0 ^ 0x6c7967656e657261L;
        long v3 = k1 ^ 0x7465646279746573L;
        long length = 8L << 56;
        for (int block = 0; block < 3; block++) {
            long word = block == 0 ? message : block == 1 ? length : 0;
            if (block < 2) {
                v3 ^= word;
            } else {
                v2 ^= 0xff;
            }
            for (int round = block < 2 ? 2 : 4; round > 0; round--) {
                v0 += v1;
                v1 = Long.rotateLeft(v1, 13) ^ v0;
                v0 = Long.rotateLeft(v0, 32);
                v2 += v3;
                v3 = Long.rotateLeft(v3, 16) ^ v2;
                v0 += v3;
                v3 = Long.rotateLeft(v3, 21) ^ v0;
                v2 += v1;
                v1 = Long.rotateLeft(v1, 17) ^ v2;
                v2 = Long.rotateLeft(v2, 32);
            }
            if (block < 2) {
                v0 ^= word;
            }
        }
        return v0 ^ v1 ^ v2 ^ v3;
    }
}
