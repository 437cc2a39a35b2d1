package dev.gatehouse.app.chart;

import dev.gatehouse.app.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A chart over time with its legend above. The legend says each series' number at the pointer, or the newest on show; a
 * click there shows that series alone, another one all again. The same is said in the accessible text of the plot, so that
 * the keyboard reads the chart out.
 */
public final class TimeChart extends VBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final String title;
    private final TimeView view;
    private final Measure measure;
    private final Plot plot;
    private final List<Series> series;
    private final List<LegendEntry> entries = new ArrayList<>();
    private Samples samples;
    private Subscription changes = Subscription.EMPTY;
    private @Nullable Series alone;
    private boolean active;

    /**
     * A chart, not yet active.
     *
     * @param title as it stands above the chart
     * @param series from the bottom of a stack up
     * @param stacked as opaque areas on one another, instead of lines
     */
    public TimeChart(
            String title, Samples samples, TimeView view, Measure measure, List<Series> series, boolean stacked) {
        this.title = title;
        this.samples = samples;
        this.view = view;
        this.measure = measure;
        this.series = List.copyOf(series);
        plot = new Plot(samples, view, this.series, stacked);
        getStyleClass().add("time-chart");
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("chart-legend");
        for (Series each : legendOrder(stacked)) {
            LegendEntry entry = new LegendEntry(each, measure, () -> isolate(each));
            entries.add(entry);
            legend.getChildren().add(entry);
        }
        Label unit = new Label(Texts.get(measure.unit()));
        unit.getStyleClass().add("t-help");
        getChildren().addAll(legend, unit, plot);
        setVgrow(plot, Priority.ALWAYS);
        show(samples);
        view.pointerProperty().addListener((property, before, now) -> read());
        view.windowProperty().addListener((property, before, now) -> read());
        view.pausedProperty().addListener((property, before, now) -> dim());
        view.staleProperty().addListener((property, before, now) -> dim());
    }

    /** Says whether the screen is on show; a chart that is not draws nothing. */
    public void setActive(boolean now) {
        active = now;
        plot.active(now);
        read();
    }

    /** Draws other samples, of the same columns. */
    public void show(Samples other) {
        samples = other;
        changes.unsubscribe();
        changes = other.versionProperty().subscribe((before, now) -> read());
        plot.show(other);
        plot.pointer().along(other);
        read();
    }

    /** Says what a click on a moment leads to, or Enter at the crosshair; it gets the time of the sample. */
    public void setOnMoment(LongConsumer action) {
        plot.pointer().onChosen(time -> {
            if (samples.size() > 0) {
                action.accept(samples.time(samples.rowNearest(time)));
            }
        });
    }

    /** What is on show as comma-separated values. */
    public String csv() {
        return ChartCsv.write(samples, shown(), view.windowProperty().get());
    }

    /** The top of a stack first, as the eye meets the areas; what is rare comes last. */
    private List<Series> legendOrder(boolean stacked) {
        List<Series> order = stacked ? series.reversed() : series;
        return Stream.concat(
                        order.stream().filter(each -> !each.rare()),
                        order.stream().filter(Series::rare))
                .toList();
    }

    /** Shows one series alone, or all again if it was alone. */
    private void isolate(Series chosen) {
        alone = chosen.equals(alone) ? null : chosen;
        entries.forEach(entry -> entry.dim(alone != null && !entry.series().equals(alone)));
        read();
    }

    private List<Series> shown() {
        Series only = alone;
        return only != null
                ? List.of(only)
                : series.stream()
                        .filter(each -> !each.rare() || samples.any(each.column()))
                        .toList();
    }

    private void read() {
        if (!active) {
            return;
        }
        List<Series> now = shown();
        plot.show(now);
        int row = row();
        StringBuilder words = new StringBuilder(title);
        if (row >= 0) {
            words.append(", ")
                    .append(CLOCK.format(Instant.ofEpochMilli(samples.time(row)).atZone(ZoneId.systemDefault())));
        }
        for (LegendEntry entry : entries) {
            boolean there = !entry.series().rare() || samples.any(entry.series().column());
            entry.setVisible(there);
            entry.setManaged(there);
            double value = row < 0 ? Double.NaN : samples.value(entry.series().column(), row);
            entry.say(value);
            if (now.contains(entry.series())) {
                words.append(", ")
                        .append(Texts.get(entry.series().title()))
                        .append(' ')
                        .append(measure.write(value));
            }
        }
        view.markers().stream()
                .filter(marker -> row >= 0 && Math.abs(marker.time() - samples.time(row)) < samples.step())
                .forEach(marker -> words.append(", ").append(marker.words()));
        plot.pointer().setAccessibleText(words.toString());
    }

    /** The row nearest to the pointer, or the last on show; -1 for none. */
    private int row() {
        double pointer = view.pointerProperty().get();
        return Double.isNaN(pointer)
                ? samples.rowFrom(view.windowProperty().get().to() + 1.0) - 1
                : samples.rowNearest(pointer);
    }

    private void dim() {
        plot.getStyleClass().remove("dimmed");
        if (view.pausedProperty().get() || view.staleProperty().get()) {
            plot.getStyleClass().add("dimmed");
        }
    }
}
