package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Sparkline;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import javafx.beans.NamedArg;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A tile: its name above, the figure below, the last minute beside; a button that leads to the calls behind it. */
public final class TileView extends Button {
    private final String title;
    private final Label figure = new Label();
    private final StatusMark mark = new StatusMark(Status.GOOD);
    private final Sparkline minute = new Sparkline();
    private final Tooltip words = new Tip();

    /** A tile of this name. */
    public TileView(@NamedArg("title") String title) {
        this.title = title;
        Label name = new Label(title);
        name.getStyleClass().add("t-label");
        name.setMinWidth(Region.USE_PREF_SIZE);
        figure.getStyleClass().add("t-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        mark.setVisible(false);
        mark.setManaged(false);
        HBox line = new HBox(figure, mark);
        line.getStyleClass().add("tile-line");
        VBox text = new VBox(name, line);
        text.getStyleClass().add("gap-1");
        HBox.setHgrow(minute, Priority.ALWAYS);
        HBox content = new HBox(text, minute);
        content.getStyleClass().add("tile-content");
        content.prefWidthProperty()
                .bind(widthProperty().map(width -> width.doubleValue() - snappedLeftInset() - snappedRightInset()));
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().setAll("tile");
        setTooltip(words);
        setAccessibleText(title);
    }

    /** Shows a state. */
    public void show(Tile tile) {
        figure.setText(tile.figure());
        minute.show(tile.minute());
        minute.setVisible(!tile.minute().isEmpty());
        words.setText(tile.words());
        setAccessibleText(title + " " + tile.figure());
        setAccessibleHelp(tile.words());
        boolean past = tile.status() != Status.GOOD;
        mark.statusProperty().set(tile.status());
        mark.setVisible(past);
        mark.setManaged(past);
        getStyleClass().removeAll(Status.ATTENTION.styleClass(), Status.BAD.styleClass());
        if (past) {
            getStyleClass().add(tile.status().styleClass());
        }
    }
}
