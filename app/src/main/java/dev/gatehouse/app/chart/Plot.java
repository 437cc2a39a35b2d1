package dev.gatehouse.app.chart;

import dev.gatehouse.app.chart.TimeView.Window;
import dev.gatehouse.app.look.Fonts;
import dev.gatehouse.app.text.Texts;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/**
 * The drawing of a chart: JFreeChart on a canvas, and above it a canvas for the pointer. JFreeChart redraws everything on
 * each change, so its notifications are off and it draws when told: once for any number of changes in a pulse, and not at
 * all while the screen is hidden.
 */
final class Plot extends Inked {
    private final TimeView view;
    private final SamplesDataset dataset;
    private final SeriesPainter painter;
    private final Axes axes = new Axes();
    private final XYPlot plot;
    private final JFreeChart chart;
    private final Canvas canvas = new Canvas();
    private final ChartGraphics graphics = new ChartGraphics(canvas.getGraphicsContext2D());
    private final Markers markers;
    private final PointerLayer pointer;
    /** Empty: tells which font the style sheet gives the axis; an invisible one would get none. */
    private final Label axis = new Label();

    private final Label nothing = new Label(Texts.get("chart.nothing"));

    private Subscription changes = Subscription.EMPTY;
    private boolean active;
    private boolean asked;

    Plot(Samples samples, TimeView view, List<Series> series, boolean stacked) {
        this.view = view;
        Fonts.registerWithAwt();
        getStyleClass().add("chart-plot");
        dataset = new SamplesDataset(samples, series, stacked);
        painter = new SeriesPainter(stacked);
        plot = new XYPlot(dataset, axes.times, axes.values, painter);
        chart = new JFreeChart(null, null, plot, false);
        chart.setNotify(false);
        strip();
        canvas.setMouseTransparent(true);
        markers = new Markers(this, view);
        pointer = new PointerLayer(this, view);
        axis.getStyleClass().add("chart-axis");
        axis.setManaged(false);
        axis.fontProperty().addListener((property, before, now) -> repaint());
        nothing.getStyleClass().add("chart-nothing");
        nothing.setVisible(false);
        getChildren().addAll(canvas, nothing, pointer, axis);
        show(samples);
        view.windowProperty().addListener((property, before, now) -> repaint());
        view.pointerProperty().addListener((property, before, now) -> pointer.draw());
        view.markers().addListener((ListChangeListener<Marker>) change -> repaint());
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

    /** Draws other samples. */
    void show(Samples samples) {
        changes.unsubscribe();
        changes = samples.versionProperty().subscribe((before, now) -> repaint());
        dataset.show(samples);
        painter.step(samples.step());
        repaint();
    }

    /** What takes the keyboard for this chart. */
    PointerLayer pointer() {
        return pointer;
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

    /** The marker whose flag is at a place, null for none. */
    @Nullable
    Marker markerAt(double x, double y) {
        return markers.at(x, y, axis.getFont());
    }

    double left() {
        return 56 * scale();
    }

    double right() {
        return 12 * scale();
    }

    double top() {
        return view.markers().isEmpty() ? 8 * scale() : Markers.flagHeight(axis.getFont()) + 2;
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
        nothing.autosize();
        nothing.relocate((getWidth() - nothing.getWidth()) / 2, (getHeight() - nothing.getHeight()) / 2);
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
        double height = getHeight() - top() - bottom();
        if (!active || getWidth() < left() + right() + 1 || height < 1) {
            return;
        }
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        nothing.setVisible(dataset.isEmpty());
        if (dataset.isEmpty()) {
            return;
        }
        Window window = view.windowProperty().get();
        axes.show(window, dataset.greatest(window.from(), window.to()), height);
        dress();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        markers.draw(canvas.getGraphicsContext2D(), axis.getFont(), height);
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
        axes.dress(
                new Font(axis.getFont().getFamily(), Font.PLAIN, 12)
                        .deriveFont((float) axis.getFont().getSize()),
                awt(Ink.TEXT));
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
}
