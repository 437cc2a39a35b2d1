package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Makes the tiles from the samples of the last two minutes. */
final class Tiles {
    /** From this share of errors on a tile asks for attention, from the second it is bad. */
    static final double ATTENTION = 0.01;

    static final double BAD = 0.05;

    private static final int MINUTE = 60;

    private Tiles() {}

    static Tile requests(Samples samples) {
        return tile(samples, Column.REQUESTS, Figures::rate, "overview.tile.requests.words", Status.GOOD);
    }

    static Tile errors(Samples samples) {
        double now = last(samples, Column.ERROR_SHARE);
        Status status = now >= BAD ? Status.BAD : now >= ATTENTION ? Status.ATTENTION : Status.GOOD;
        return tile(samples, Column.ERROR_SHARE, Figures::percent, "overview.tile.errors.words", status);
    }

    static Tile latency(Samples samples) {
        return tile(samples, Column.P95, Figures::milliseconds, "overview.tile.latency.words", Status.GOOD);
    }

    static Tile inFlight(Samples samples) {
        return tile(samples, Column.IN_FLIGHT, Figures::count, "overview.tile.in-flight.words", Status.GOOD);
    }

    /** How many targets are not down. */
    static Tile upstreams(List<UpstreamRow> upstreams) {
        long all = upstreams.stream().mapToLong(row -> row.targets().size()).sum();
        long down = upstreams.stream()
                .flatMap(row -> row.targets().stream())
                .filter(Health::isDown)
                .count();
        boolean dark = upstreams.stream()
                .anyMatch(row ->
                        !row.targets().isEmpty() && row.targets().stream().allMatch(Health::isDown));
        Status status = dark ? Status.BAD : down > 0 ? Status.ATTENTION : Status.GOOD;
        String figure = all == 0 ? Figures.NONE : Texts.get("overview.tile.upstreams.figure", all - down, all);
        return new Tile(figure, status, List.of(), Texts.get("overview.tile.upstreams.words"));
    }

    private static Tile tile(Samples samples, int column, DoubleFunction<String> write, String words, Status status) {
        double[] two = samples.tail(column, 2 * MINUTE);
        List<Double> minute = Arrays.stream(two, Math.max(0, two.length - MINUTE), two.length)
                .boxed()
                .toList();
        double now = last(samples, column);
        return new Tile(write.apply(now), status, minute, Texts.get(words, write.apply(now)) + "\n" + change(two));
    }

    /** How the mean of the last minute stands against the one before. */
    private static String change(double[] two) {
        double before = mean(two, 0, two.length - MINUTE);
        double now = mean(two, Math.max(0, two.length - MINUTE), two.length);
        if (Double.isNaN(before) || Double.isNaN(now) || two.length < 2 * MINUTE) {
            return Texts.get("overview.change.unknown");
        }
        double share = before == 0 ? (now == 0 ? 0 : Double.POSITIVE_INFINITY) : now / before - 1;
        if (Math.abs(share) < 0.05) {
            return Texts.get("overview.change.none");
        }
        if (Double.isInfinite(share)) {
            return Texts.get("overview.change.from-none");
        }
        String percent = String.format(Locale.ROOT, "%.0f %%", Math.abs(share) * 100);
        return Texts.get(share > 0 ? "overview.change.more" : "overview.change.less", percent);
    }

    private static double mean(double[] values, int from, int to) {
        return from >= to
                ? Double.NaN
                : Arrays.stream(values, from, to)
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN);
    }

    private static double last(Samples samples, int column) {
        return samples.size() == 0 ? Double.NaN : samples.value(column, samples.size() - 1);
    }
}
