package dev.gatehouse.app.screen.object;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The head of an object's detail: its name, how it fares, what the draft does to it, and what can be done with it. */
public final class ObjectHead extends HBox {
    private final Label title = new Label();
    private final Label change = new Label();
    private final Button revert = icon(Icon.UNDO, "object.revert");
    private final TextField field = new TextField();
    private final Button rename = icon(Icon.EDIT, "object.rename");
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
        rename.setOnAction(event -> naming(true));
        field.setOnAction(event -> {
            boolean had = edits.rename(name, field.getText().strip());
            field.pseudoClassStateChanged(PseudoClass.getPseudoClass("danger"), !had);
            if (had) {
                naming(false);
                opened.accept(field.getText().strip());
            }
        });
        field.setAccessibleText(Texts.get("object.rename"));
        field.setTooltip(new Tip(Texts.get("object.rename.help")));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                naming(false);
                event.consume();
            }
        });
        naming(false);
        duplicate.setOnAction(event -> opened.accept(edits.duplicate(name)));
        delete.setOnAction(event -> edits.delete(name));
        getStyleClass().add("detail-header");
        getChildren().addAll(title, field, state, change, space, revert, rename, duplicate, delete, shut);
    }

    private void naming(boolean now) {
        field.setText(name);
        field.setVisible(now);
        field.setManaged(now);
        title.setVisible(!now);
        title.setManaged(!now);
        if (now) {
            field.requestFocus();
            field.selectAll();
        }
    }

    /** Shows an object. */
    public void show(String object, String changed) {
        if (!object.equals(name)) {
            naming(false);
        }
        name = object;
        title.setText(object);
        change.setText(changed);
        revert.setVisible(!changed.isEmpty());
        revert.setManaged(!changed.isEmpty());
    }

    private static Button icon(Icon icon, String key) {
        Button button = new Button(null, new IconView(icon));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setTooltip(new Tip(Texts.get(key)));
        button.setAccessibleText(Texts.get(key));
        return button;
    }
}
