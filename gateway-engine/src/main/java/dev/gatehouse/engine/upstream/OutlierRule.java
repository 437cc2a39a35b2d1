package dev.gatehouse.engine.upstream;

import dev.gatehouse.engine.model.Outliers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds targets at which clearly more requests fail than at the others. A target is compared with the median of all others, which
 * one more that fails does not move; it lies apart if it is the margin below that, and three times as far as the others do
 * in the middle (their median absolute deviation).
 *
 * @param requests the fewest of a target that is compared
 * @param margin points below the others, as a share of 1
 */
record OutlierRule(long intervalNanos, int requests, double margin) {
    private static final double DEVIATIONS = 3;
    private static final double HUNDRED = 100;

    /** What happened at a target since the last time. */
    record Tally(Member member, long good, long bad) {
        double share() {
            return (double) good / (good + bad);
        }
    }

    /**
     * One that lies apart.
     *
     * @param share its share of good answers
     * @param others the median of the others'
     */
    record Outlier(Member member, double share, double others) {
        String reason() {
            return "ejected because " + percent(share) + " % of its requests succeeded, where it was " + percent(others)
                    + " % at the others";
        }

        private static long percent(double share) {
            return Math.round(share * HUNDRED);
        }
    }

    static OutlierRule of(Outliers outliers) {
        return new OutlierRule(
                outliers.interval().toNanos(), outliers.requests(), Percent.of(outliers.margin()) / HUNDRED);
    }

    /** Those that lie apart, the worst first. */
    List<Outlier> find(List<Tally> tallies) {
        List<Tally> compared = tallies.stream()
                .filter(one -> one.good() + one.bad() >= requests)
                .toList();
        List<Outlier> found = new ArrayList<>();
        for (Tally one : compared) {
            double[] others = compared.stream()
                    .filter(other -> other.member().index() != one.member().index())
                    .mapToDouble(Tally::share)
                    .sorted()
                    .toArray();
            if (others.length == 0) {
                continue;
            }
            double middle = median(others);
            double[] apart = new double[others.length];
            for (int i = 0; i < others.length; i++) {
                apart[i] = Math.abs(others[i] - middle);
            }
            Arrays.sort(apart);
            if (one.share() < middle - Math.max(margin, DEVIATIONS * median(apart))) {
                found.add(new Outlier(one.member(), one.share(), middle));
            }
        }
        found.sort(Comparator.comparingDouble(Outlier::share));
        return found;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
