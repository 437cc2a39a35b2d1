package dev.gatehouse.engine.upstream;

/** A hash of texts that is the same in every process: FNV-1a over the characters, mixed so that all bits count. */
public final class Hash {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hash() {}

    /** The hash of a text. */
    public static long of(String text) {
        return of(text, 0);
    }

    /** The hash of a text under a seed: another, unrelated hash for each seed. */
    public static long of(String text, long seed) {
        long hash = OFFSET ^ seed * PRIME;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
