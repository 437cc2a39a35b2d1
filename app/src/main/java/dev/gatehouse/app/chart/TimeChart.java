package dev.gatehouse.app.chart;

import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A chart over time with its legend above. The legend says each series' number at the pointer, or the newest on show; a
 * click there shows that series alone, another one all again.
 */
public final class TimeChart extends VBox {
    private final Samples samples;
    private final TimeView view;
    private final Plot plot;
    private final List<Series> series;
    private final List<LegendEntry> entries = new ArrayList<>();
    private boolean active;

    /**
     * A chart, not yet active.
     *
     * @param series from the bottom of a stack up
     * @param stacked as opaque areas on one another, instead of lines
     */
    public TimeChart(Samples samples, TimeView view, Measure measure, List<Series> series, boolean stacked) {
        this.samples = samples;
        this.view = view;
        this.series = List.copyOf(series);
        plot = new Plot(samples, view, this.series, stacked);
        getStyleClass().add("time-chart");
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("chart-legend");
        // The legend reads from the top of the stack down, as the eye meets the areas.
        List<Series> order = stacked ? this.series.reversed() : this.series;
        for (Series each : order) {
            LegendEntry entry = new LegendEntry(each, measure, () -> isolate(each));
            entries.add(entry);
            legend.getChildren().add(entry);
        }
        Label unit = new Label(Texts.get(measure.unit()));
        unit.getStyleClass().add("t-help");
        getChildren().addAll(legend, unit, plot);
        setVgrow(plot, Priority.ALWAYS);
        samples.versionProperty().addListener((property, before, now) -> read());
        view.pointerProperty().addListener((property, before, now) -> read());
        view.windowProperty().addListener((property, before, now) -> read());
        view.pausedProperty().addListener((property, before, now) -> dim(now));
    }

    /** Says whether the screen is on show; a chart that is not draws nothing. */
    public void setActive(boolean now) {
        active = now;
        plot.active(now);
        read();
    }

    /** Shows one series alone, or all again if it was alone. */
    private void isolate(Series chosen) {
        boolean alone = entries.stream().anyMatch(entry -> entry.series().equals(chosen) && entry.isAlone());
        entries.forEach(entry -> entry.alone(!alone && entry.series().equals(chosen), alone));
        plot.show(alone ? series : List.of(chosen));
    }

    private void read() {
        if (!active) {
            return;
        }
        int row = row();
        for (LegendEntry entry : entries) {
            entry.say(row < 0 ? Double.NaN : samples.value(entry.series().column(), row));
        }
    }

    /** The row nearest to the pointer, or the last on show; -1 for none. */
    private int row() {
        double pointer = view.pointerProperty().get();
        if (Double.isNaN(pointer)) {
            return samples.rowFrom(view.windowProperty().get().to() + 1.0) - 1;
        }
        int after = Math.min(samples.rowFrom(pointer), samples.size() - 1);
        boolean earlierIsNearer = after > 0 && pointer - samples.time(after - 1) < samples.time(after) - pointer;
        return earlierIsNearer ? after - 1 : after;
    }

    private void dim(boolean paused) {
        plot.getStyleClass().remove("dimmed");
        if (paused) {
            plot.getStyleClass().add("dimmed");
        }
    }
}
