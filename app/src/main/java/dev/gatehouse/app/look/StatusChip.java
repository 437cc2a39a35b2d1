package dev.gatehouse.app.look;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** A status as shape and word on its own colour, 20 px high. */
public final class StatusChip extends HBox {
    private final StatusMark mark;
    private final Label label = new Label();

    /** A chip with its first state. */
    public StatusChip(Status status, String word) {
        mark = new StatusMark(status);
        label.setText(word);
        getStyleClass().addAll("chip", status.styleClass());
        mark.statusProperty().addListener((property, before, now) -> {
            getStyleClass().remove(before.styleClass());
            getStyleClass().add(now.styleClass());
        });
        getChildren().addAll(mark, label);
        setMaxWidth(USE_PREF_SIZE);
        setMinWidth(USE_PREF_SIZE);
    }

    /** A chip to be set later; says nothing yet. */
    public StatusChip() {
        this(Status.OFF, "");
    }

    /** The status shown. */
    public ObjectProperty<Status> statusProperty() {
        return mark.statusProperty();
    }

    /** The word shown. */
    public StringProperty wordProperty() {
        return label.textProperty();
    }
}
