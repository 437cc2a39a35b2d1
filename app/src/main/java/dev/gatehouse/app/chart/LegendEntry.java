package dev.gatehouse.app.chart;

import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A series in the legend: its colour, its name and its number. */
final class LegendEntry extends Button {
    private final Series series;
    private final Measure measure;
    private final Label number = new Label(Figures.NONE);

    LegendEntry(Series series, Measure measure, Runnable chosen) {
        this.series = series;
        this.measure = measure;
        Region swatch = new Region();
        swatch.getStyleClass()
                .addAll(
                        "legend-swatch",
                        series.ink().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        Label name = new Label(Texts.get(series.title()));
        name.getStyleClass().add("t-label");
        number.getStyleClass().addAll("t-mono", "legend-number");
        HBox content = new HBox(swatch, name, number);
        content.getStyleClass().add("legend-content");
        setGraphic(content);
        getStyleClass().addAll("flat", "legend-entry");
        setOnAction(event -> chosen.run());
        setTooltip(new Tip(Texts.get("chart.isolate", Texts.get(series.title()))));
        setAccessibleText(Texts.get(series.title()));
    }

    Series series() {
        return series;
    }

    /** All are faint but the one that is shown alone. */
    void dim(boolean faint) {
        getStyleClass().remove("dimmed");
        if (faint) {
            getStyleClass().add("dimmed");
        }
    }

    void say(double value) {
        number.setText(measure.write(value));
    }
}
