package dev.gatehouse.app.chart;

import dev.gatehouse.app.chart.TimeView.Window;
import dev.gatehouse.app.look.Fonts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * The drawing of a chart: JFreeChart on a canvas, and above it a canvas for the pointer. JFreeChart redraws everything on
 * each change, so its notifications are off and it draws when told: once for any number of changes in a pulse, and not at
 * all while the screen is hidden.
 */
final class Plot extends Inked {
    private final TimeView view;
    private final SamplesDataset dataset;
    private final SeriesPainter painter;
    private final DateAxis times = new DateAxis();
    private final NumberAxis values = new NumberAxis();
    private final XYPlot plot;
    private final JFreeChart chart;
    private final ChartCanvas canvas;
    private final PointerLayer pointer;
    /** Empty: tells which font the style sheet gives the axis; an invisible one would get none. */
    private final Label axis = new Label();

    private boolean active;
    private boolean asked;

    Plot(Samples samples, TimeView view, List<Series> series, boolean stacked) {
        this.view = view;
        Fonts.registerWithAwt();
        getStyleClass().add("chart-plot");
        dataset = new SamplesDataset(samples, series, stacked);
        painter = new SeriesPainter(stacked);
        plot = new XYPlot(dataset, times, values, painter);
        chart = new JFreeChart(null, null, plot, false);
        chart.setNotify(false);
        strip();
        canvas = new ChartCanvas(chart);
        canvas.setMouseTransparent(true);
        pointer = new PointerLayer(this, view);
        axis.getStyleClass().add("chart-axis");
        axis.setManaged(false);
        axis.fontProperty().addListener((property, before, now) -> repaint());
        getChildren().addAll(canvas, pointer, axis);
        samples.versionProperty().addListener((property, before, now) -> repaint());
        view.windowProperty().addListener((property, before, now) -> repaint());
        view.pointerProperty().addListener((property, before, now) -> pointer.draw());
    }

    /** Says whether the screen is on show. */
    void active(boolean now) {
        active = now;
        repaint();
    }

    /** Draws these series only. */
    void show(List<Series> series) {
        dataset.show(series);
        repaint();
    }

    /** Where the time is drawn, in px from the left. */
    double x(double time) {
        Window window = view.windowProperty().get();
        return left() + (time - window.from()) / window.length() * (getWidth() - left() - right());
    }

    /** The time of a place, within what is on show. */
    double time(double x) {
        Window window = view.windowProperty().get();
        double share = (x - left()) / Math.max(1, getWidth() - left() - right());
        return window.from() + Math.clamp(share, 0, 1) * window.length();
    }

    double left() {
        return 56 * scale();
    }

    double right() {
        return 12 * scale();
    }

    double top() {
        return 8 * scale();
    }

    double bottom() {
        return 24 * scale();
    }

    @Override
    void repaint() {
        if (active && !asked) {
            asked = true;
            Platform.runLater(this::draw);
        }
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            pointer.setWidth(getWidth());
            pointer.setHeight(getHeight());
            repaint();
        }
    }

    private void draw() {
        asked = false;
        if (!active || getWidth() < left() + right() + 1 || getHeight() < top() + bottom() + 1) {
            return;
        }
        Window window = view.windowProperty().get();
        times.setRange((double) window.from(), (double) window.to());
        times.setTickUnit(TimeTicks.unit(window.length()), false, false);
        NiceScale scale = NiceScale.to(dataset.greatest(window.from(), window.to()));
        values.setRange(0, scale.top());
        values.setTickUnit(new NumberTickUnit(scale.step(), new TickFormat()), false, false);
        dress();
        // JFreeChart finds series' bounds and items anew, since samples changed under the data set.
        canvas.draw();
        pointer.draw();
    }

    private void strip() {
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        // The panel shows through: a canvas filled with one colour came out black in pictures.
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlineStroke(new BasicStroke(1));
        times.setTickLabelInsets(new RectangleInsets(7, 0, 0, 0));
        values.setTickLabelInsets(new RectangleInsets(0, 0, 0, 8));
        for (ValueAxis each : List.of(times, values)) {
            each.setAxisLineVisible(false);
            each.setTickMarksVisible(false);
            each.setAutoRange(false);
            each.setAutoTickUnitSelection(false, false);
        }
    }

    private void dress() {
        chart.setPadding(new RectangleInsets(top(), 0, 0, right()));
        plot.setRangeGridlinePaint(awt(Ink.GRID));
        AxisSpace below = new AxisSpace();
        below.setBottom(bottom());
        plot.setFixedDomainAxisSpace(below, false);
        AxisSpace beside = new AxisSpace();
        beside.setLeft(left());
        plot.setFixedRangeAxisSpace(beside, false);
        Font font = new Font(axis.getFont().getFamily(), Font.PLAIN, 12)
                .deriveFont((float) axis.getFont().getSize());
        for (ValueAxis each : List.of(times, values)) {
            each.setTickLabelFont(font);
            each.setTickLabelPaint(awt(Ink.TEXT));
        }
        painter.edge(awt(Ink.PANEL));
        for (int i = 0; i < dataset.getSeriesCount(); i++) {
            Series series = dataset.shown().get(i);
            painter.setSeriesPaint(i, awt(series.ink()), false);
            painter.setSeriesStroke(
                    i, new BasicStroke(series.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND), false);
        }
    }

    /** The axis' font against its size at scale 1. */
    private double scale() {
        return axis.getFont().getSize() / 11;
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
