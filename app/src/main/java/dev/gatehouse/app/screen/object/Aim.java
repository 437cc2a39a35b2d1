package dev.gatehouse.app.screen.object;

import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A field that somebody wants to edit, told by a model to the view that can put the focus into it. FX thread. */
public final class Aim {
    private final StringProperty pointer = new SimpleStringProperty("");

    /** Aims at a field; empty for the object itself, which moves nothing. */
    public void at(String field) {
        pointer.set("");
        pointer.set(field);
    }

    /** Tells a view of each field that is aimed at from now on. */
    public void follow(Consumer<String> view) {
        pointer.addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                view.accept(now);
            }
        });
    }
}
