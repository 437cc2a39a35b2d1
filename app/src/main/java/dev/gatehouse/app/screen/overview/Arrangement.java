package dev.gatehouse.app.screen.overview;

import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** How tiles and charts stand at a width: tiles five in a row or three above two, charts beside each other or stacked. */
final class Arrangement {
    /** Widths of the window at scale 1, px. */
    private static final double NARROW = 1200;

    private static final double NARROWEST = 1100;

    private final Pane first;
    private final Pane second;
    private final GridPane charts;
    private int inRow;
    private boolean stacked;

    Arrangement(Pane first, Pane second, GridPane charts) {
        this.first = first;
        this.second = second;
        this.charts = charts;
        five();
        beside();
    }

    /** Fits a window so many px wide at scale 1. */
    void fit(double width) {
        if (width < NARROW && inRow != 3) {
            three();
        } else if (width >= NARROW && inRow != 5) {
            five();
        }
        if (width < NARROWEST && !stacked) {
            stack();
        } else if (width >= NARROWEST && stacked) {
            beside();
        }
    }

    private void five() {
        inRow = 5;
        second.setVisible(false);
        second.setManaged(false);
        first.getChildren().addAll(List.copyOf(second.getChildren()));
    }

    private void three() {
        inRow = 3;
        second.setVisible(true);
        second.setManaged(true);
        second.getChildren().setAll(List.copyOf(first.getChildren().subList(3, 5)));
    }

    private void beside() {
        stacked = false;
        columns(2);
        rows(1);
        for (int i = 0; i < 2; i++) {
            GridPane.setConstraints(charts.getChildren().get(i), i, 0);
        }
    }

    private void stack() {
        stacked = true;
        columns(1);
        rows(2);
        for (int i = 0; i < 2; i++) {
            GridPane.setConstraints(charts.getChildren().get(i), 0, i);
        }
    }

    private void rows(int count) {
        charts.getRowConstraints().clear();
        for (int i = 0; i < count; i++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            charts.getRowConstraints().add(row);
        }
    }

    private void columns(int count) {
        charts.getColumnConstraints().clear();
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            column.setHgrow(Priority.ALWAYS);
            charts.getColumnConstraints().add(column);
        }
    }
}
