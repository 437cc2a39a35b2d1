package dev.gatehouse.app.chart;

import dev.gatehouse.app.chart.TimeView.Window;
import java.awt.Color;
import java.awt.Font;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** A plot's two axes: labels only, since the grid has the lines. */
final class Axes {
    final DateAxis times = new DateAxis();
    final NumberAxis values = new NumberAxis();

    Axes() {
        times.setTickLabelInsets(new RectangleInsets(7, 0, 0, 0));
        values.setTickLabelInsets(new RectangleInsets(0, 6, 0, 0));
        for (ValueAxis each : List.of(times, values)) {
            each.setAxisLineVisible(false);
            each.setTickMarksVisible(false);
            each.setAutoRange(false);
            each.setAutoTickUnitSelection(false, false);
        }
    }

    /**
     * Shows a stretch of time and numbers from 0 up.
     *
     * @param height of the plot in px
     */
    void show(Window window, double greatest, double height) {
        times.setRange((double) window.from(), (double) window.to());
        times.setTickUnit(TimeTicks.unit(window.length()), false, false);
        NiceScale scale = NiceScale.to(greatest);
        // One pixel more than the last tick, whose grid line would otherwise lie on the edge and be cut.
        values.setRange(0, scale.top() * (1 + 1 / Math.max(1, height)));
        values.setTickUnit(new NumberTickUnit(scale.step(), new TickFormat()), false, false);
    }

    void dress(Font font, Color text) {
        for (ValueAxis each : List.of(times, values)) {
            each.setTickLabelFont(font);
            each.setTickLabelPaint(text);
        }
    }

    /** Ticks as the rest of the console writes numbers. */
    private static final class TickFormat extends NumberFormat {
        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(Figures.count(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            throw new UnsupportedOperationException("ticks are only written");
        }
    }
}
