package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.ChartExport;
import dev.gatehouse.app.chart.Ink;
import dev.gatehouse.app.chart.Measure;
import dev.gatehouse.app.chart.Series;
import dev.gatehouse.app.chart.TimeChart;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.command.CommandButtons;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Overview's two charts in their panels, and the commands that export them. */
final class Charts {
    private final TimeChart status;
    private final TimeChart latency;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private final List<Command> exports;

    Charts(OverviewViewModel model, ChartExport export, Pane statusPanel, Pane latencyPanel) {
        status = new TimeChart(
                Texts.get("overview.chart.status"),
                model.samplesProperty().get(),
                model.view(),
                Measure.RATE,
                List.of(
                        new Series(Column.SERVER_ERRORS, "chart.5xx", Ink.STATUS_5XX, 1),
                        new Series(Column.CLIENT_ERRORS, "chart.4xx", Ink.STATUS_4XX, 1),
                        new Series(Column.REDIRECTS, "chart.3xx", Ink.STATUS_3XX, 1),
                        new Series(Column.SUCCESSES, "chart.2xx", Ink.STATUS_2XX, 1),
                        new Series(Column.OTHERS, "chart.other", Ink.STATUS_OTHER, 1, true)),
                true);
        latency = new TimeChart(
                Texts.get("overview.chart.latency"),
                model.samplesProperty().get(),
                model.view(),
                Measure.LATENCY,
                List.of(
                        new Series(Column.P50, "chart.p50", Ink.P50, 1.5f),
                        new Series(Column.P95, "chart.p95", Ink.P95, 2),
                        new Series(Column.P99, "chart.p99", Ink.P99, 2)),
                false);
        for (TimeChart chart : List.of(status, latency)) {
            VBox.setVgrow(chart, Priority.ALWAYS);
            chart.setOnMoment(model::openMoment);
            model.samplesProperty().addListener((property, before, now) -> chart.show(now));
        }
        statusPanel.getChildren().add(status);
        latencyPanel.getChildren().add(latency);
        exports = List.of(
                command("command.overview.status.png", () -> export.png(statusPanel, "requests")),
                command("command.overview.status.csv", () -> export.csv(status, "requests")),
                command("command.overview.latency.png", () -> export.png(latencyPanel, "latency")),
                command("command.overview.latency.csv", () -> export.csv(latency, "latency")));
    }

    /** Says whether the screen is on show. */
    void setActive(boolean now) {
        active.set(now);
        status.setActive(now);
        latency.setActive(now);
    }

    /** The exports of both charts. */
    List<Command> exports() {
        return exports;
    }

    /** Puts each chart's exports into its menu. */
    void fill(MenuButton statusMenu, MenuButton latencyMenu) {
        exports.subList(0, 2).forEach(each -> statusMenu.getItems().add(CommandButtons.menuItem(each)));
        exports.subList(2, 4).forEach(each -> latencyMenu.getItems().add(CommandButtons.menuItem(each)));
    }

    private Command command(String key, Runnable action) {
        return new Command(key, Icon.CHART, null, active, action);
    }
}
