package dev.gatehouse.app.chart;

/**
 * A zero-based axis with few round ticks.
 *
 * @param step between ticks: 1, 2, 2.5 or 5 times a power of ten
 * @param top the last tick, at or above the greatest value
 */
record NiceScale(double step, double top) {
    private static final double[] ROUND = {1, 2, 2.5, 5};

    /** The scale with at most four steps up to a value; to 1 if there is nothing above 0. */
    static NiceScale to(double greatest) {
        double value = greatest > 0 && Double.isFinite(greatest) ? greatest : 1;
        double power = Math.pow(10, Math.floor(Math.log10(value / 4)));
        double step = 10 * power;
        for (int i = ROUND.length - 1; i >= 0; i--) {
            if (ROUND[i] * power * 4 >= value * (1 - 1e-9)) {
                step = ROUND[i] * power;
            }
        }
        return new NiceScale(step, step * Math.ceil(value / step - 1e-9));
    }
}
