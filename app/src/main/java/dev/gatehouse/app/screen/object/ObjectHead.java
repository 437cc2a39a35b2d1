package dev.gatehouse.app.screen.object;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of an object's detail: its name, how it fares, what the draft does to it, and what can be done with it. */
public final class ObjectHead extends HBox {
    private final Label title = new Label();
    private final Label change = new Label();
    private final Button revert = icon(Icon.UNDO, "object.revert");
    private final Button duplicate = icon(Icon.COPY, "object.duplicate");
    private final Button delete = icon(Icon.DELETE, "object.delete");
    private String name = "";

    /**
     * A head.
     *
     * @param state how the object fares
     * @param opened gets the name of a copy
     */
    public ObjectHead(Node state, ObjectEdits edits, Consumer<String> opened, Runnable close) {
        title.getStyleClass().addAll("t-section", "detail-title");
        change.getStyleClass().add("t-help");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button shut = icon(Icon.CLOSE, "object.close");
        shut.setOnAction(event -> close.run());
        revert.setOnAction(event -> edits.revert(name));
        duplicate.setOnAction(event -> opened.accept(edits.duplicate(name)));
        delete.setOnAction(event -> edits.delete(name));
        getStyleClass().add("detail-header");
        getChildren().addAll(title, state, change, space, revert, duplicate, delete, shut);
    }

    /** Shows an object. */
    public void show(String object, String changed) {
        name = object;
        title.setText(object);
        change.setText(changed);
        revert.setVisible(!changed.isEmpty());
        revert.setManaged(!changed.isEmpty());
    }

    private static Button icon(Icon icon, String key) {
        Button button = new Button(null, new IconView(icon));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tooltip(Texts.get(key)));
        button.setAccessibleText(Texts.get(key));
        return button;
    }
}
