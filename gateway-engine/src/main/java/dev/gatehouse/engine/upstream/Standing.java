package dev.gatehouse.engine.upstream;

/**
 * The targets that may be chosen, as of one moment.
 *
 * @param of the membership from which they are
 * @param version of what is known of health
 * @param until when a target returns by itself; {@link #FOREVER} if none does
 */
record Standing(Membership of, int version, long until, Chooser chooser) {
    static final long FOREVER = Long.MAX_VALUE;

    /** The sooner of two times, either of which may be {@link #FOREVER}. */
    static long sooner(long a, long b) {
        if (a == FOREVER || b == FOREVER) {
            return a == FOREVER ? b : a;
        }
        return a - b < 0 ? a : b;
    }

    boolean isOutdated(int latest, long now) {
        return version != latest || until != FOREVER && now - until >= 0;
    }
}
