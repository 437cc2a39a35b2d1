package dev.gatehouse.engine.demo;

import java.util.random.RandomGenerator;

/**
 * How long an origin takes: log-normal, as the times of real servers are, with a rare long tail.
 *
 * @param medianMillis half of the answers are faster
 * @param spread the logarithm's standard deviation; 0.3 is steady, 0.8 is rough
 */
record Latency(double medianMillis, double spread) {
    private static final double LONGEST = 4_000;

    /** A time in milliseconds. */
    double next(RandomGenerator random) {
        double time = medianMillis * Math.exp(spread * random.nextGaussian());
        boolean hiccup = random.nextInt(250) == 0;
        return Math.min(LONGEST, hiccup ? time * 6 : time);
    }
}
