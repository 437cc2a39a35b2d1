package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Where a call's time went: a bar for each part, at its place in the whole. */
final class Waterfall extends GridPane {
    Waterfall() {
        getStyleClass().add("waterfall");
    }

    void show(Call call) {
        getChildren().clear();
        List<Phase> phases = Phase.of(call);
        double whole = Math.max(
                call.durationMs(), phases.isEmpty() ? 0 : phases.getLast().to());
        for (int row = 0; row < phases.size(); row++) {
            Phase phase = phases.get(row);
            String words = phase.key().isEmpty() ? phase.end() : Texts.get(phase.key());
            Label name = new Label(words);
            name.getStyleClass().addAll("t-label", "waterfall-name");
            Track track = new Track(phase.from() / whole, phase.to() / whole, "phase-" + phase.end());
            String length = Figures.milliseconds(phase.length());
            Label time = new Label(length);
            time.getStyleClass().addAll("t-mono", "waterfall-time");
            GridPane.setHgrow(track, Priority.ALWAYS);
            track.setAccessibleText(words + " " + length);
            addRow(row, name, track, time);
        }
    }

    /** A line with one bar on it. */
    private static final class Track extends Region {
        private final Region bar = new Region();
        private final double from;
        private final double to;

        Track(double from, double to, String styleClass) {
            this.from = Double.isFinite(from) ? from : 0;
            this.to = Double.isFinite(to) ? to : 0;
            bar.getStyleClass().addAll("waterfall-bar", styleClass);
            getStyleClass().add("waterfall-track");
            getChildren().add(bar);
        }

        @Override
        protected void layoutChildren() {
            // What took no time to speak of is a line all the same, lest it look as if it had not happened.
            double width = Math.max(2, (to - from) * getWidth());
            double start = Math.min(from * getWidth(), getWidth() - width);
            bar.resizeRelocate(snapPositionX(start), 0, width, getHeight());
        }
    }
}
