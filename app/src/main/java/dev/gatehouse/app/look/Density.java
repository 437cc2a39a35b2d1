package dev.gatehouse.app.look;

import java.util.Locale;

/** How high rows and controls are: one class on the root. */
public enum Density {
    COMPACT,
    NORMAL,
    ROOMY;

    /** The root's style class. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}
