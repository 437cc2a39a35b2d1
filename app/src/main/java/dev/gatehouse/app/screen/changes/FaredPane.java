package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How calls fared in the minutes before and after a revision. */
final class FaredPane extends VBox {
    FaredPane(@Nullable Fared before, @Nullable Fared after) {
        Label caption = new Label(Texts.get("changes.traffic"));
        caption.getStyleClass().add("t-label");
        getStyleClass().add("changed-traffic");
        getChildren().add(caption);
        if (before == null && after == null) {
            Label unknown = new Label(Texts.get("changes.traffic.unknown"));
            unknown.getStyleClass().add("t-help");
            getChildren().add(unknown);
            return;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("field-grid");
        grid.addRow(
                0,
                new Label(),
                head("changes.traffic.requests"),
                head("changes.traffic.errors"),
                head("changes.traffic.p95"));
        row(grid, 1, "changes.traffic.before", before);
        row(grid, 2, "changes.traffic.after", after);
        getChildren().add(grid);
    }

    private static void row(GridPane grid, int row, String key, @Nullable Fared fared) {
        grid.addRow(
                row,
                new Label(Texts.get(key)),
                figure(fared == null ? "–" : Figures.exact((double) fared.requests())),
                figure(fared == null ? "–" : Figures.percent(fared.errors())),
                figure(fared == null ? "–" : Figures.milliseconds(fared.p95())));
    }

    private static Label head(String key) {
        Label head = new Label(Texts.get(key));
        head.getStyleClass().addAll("t-label", "changed-figure");
        return head;
    }

    private static Label figure(String words) {
        Label figure = new Label(words);
        figure.getStyleClass().addAll("t-mono", "changed-figure");
        return figure;
    }
}
