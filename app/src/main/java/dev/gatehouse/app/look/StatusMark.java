package dev.gatehouse.app.look;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A status as its shape, 12 px; the word belongs beside it. */
public final class StatusMark extends Drawing {
    private final ObjectProperty<Status> status = new SimpleObjectProperty<>();

    /** Shows a status. */
    public StatusMark(Status status) {
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

    /** For FXML, which sets the status after. */
    public StatusMark() {
        this(Status.OFF);
    }

    /** The status shown. */
    public Status getStatus() {
        return status.get();
    }

    /** Shows another status. */
    public void setStatus(Status now) {
        status.set(now);
    }

    /** The status shown. */
    public ObjectProperty<Status> statusProperty() {
        return status;
    }
}
