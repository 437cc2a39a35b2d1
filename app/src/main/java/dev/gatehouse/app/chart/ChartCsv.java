package dev.gatehouse.app.chart;

import dev.gatehouse.app.text.Texts;
import java.time.Instant;
import java.util.List;

/** The numbers of a chart as comma-separated values: a line for each moment on show, times in UTC, empty for none. */
final class ChartCsv {
    private ChartCsv() {}

    static String write(Samples samples, List<Series> series, TimeView.Window window) {
        StringBuilder text = new StringBuilder("time");
        for (Series each : series) {
            text.append(',').append(Texts.get(each.title()));
        }
        text.append("\r\n");
        for (int row = samples.rowFrom((double) window.from());
                row < samples.size() && samples.time(row) <= window.to();
                row++) {
            text.append(Instant.ofEpochMilli(samples.time(row)));
            for (Series each : series) {
                text.append(',').append(number(samples.value(each.column(), row)));
            }
            text.append("\r\n");
        }
        return text.toString();
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
