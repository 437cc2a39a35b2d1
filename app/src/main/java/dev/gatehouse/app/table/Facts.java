package dev.gatehouse.app.table;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What is known of one thing: names at the left, values beside them. */
public final class Facts extends GridPane {
    private int rows;

    /** No facts yet. */
    public Facts() {
        getStyleClass().add("fact-grid");
    }

    /** Takes all facts away. */
    public void clear() {
        getChildren().clear();
        rows = 0;
    }

    /** A fact in words; a dash where there is nothing to say. */
    public Facts text(String key, String value) {
        return add(key, value(value, "t-body"));
    }

    /** A fact that is read character by character. */
    public Facts mono(String key, String value) {
        return add(key, value(value, "t-mono"));
    }

    /** A fact that leads somewhere; a dash where there is none. */
    public Facts link(String key, String value, Runnable open) {
        if (value.isEmpty()) {
            return text(key, "");
        }
        Hyperlink link = new Hyperlink(value);
        link.setOnAction(event -> open.run());
        return add(key, link);
    }

    /** A fact as nodes. */
    public Facts add(String key, Node value) {
        Label name = new Label(Texts.get(key));
        name.getStyleClass().addAll("t-label", "fact-name");
        GridPane.setValignment(name, VPos.TOP);
        GridPane.setHgrow(value, Priority.ALWAYS);
        addRow(rows++, name, value);
        return this;
    }

    private static Label value(String text, String look) {
        Label value = new Label(text.isEmpty() ? Figures.NONE : text);
        value.getStyleClass().addAll(look, "fact-value");
        value.setTooltip(new Tip(text));
        return value;
    }
}
