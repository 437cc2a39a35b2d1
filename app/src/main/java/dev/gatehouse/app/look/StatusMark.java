package dev.gatehouse.app.look;

import javafx.beans.NamedArg;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A status as its shape, 12 px; the word belongs beside it. */
public final class StatusMark extends Drawing {
    private final ObjectProperty<Status> status = new SimpleObjectProperty<>();

    /** Shows a status. */
    public StatusMark(@NamedArg("status") Status status) {
        super(12, "mark", "status-mark");
        this.status.addListener((property, before, now) -> {
            if (before != null) {
                getStyleClass().remove(before.styleClass());
            }
            getStyleClass().add(now.styleClass());
            draw(now.path());
        });
        this.status.set(status);
    }

    /** The status shown. */
    public ObjectProperty<Status> statusProperty() {
        return status;
    }
}
