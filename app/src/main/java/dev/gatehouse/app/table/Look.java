package dev.gatehouse.app.table;

import javafx.scene.control.OverrunStyle;

/** How a column's cells are written. */
public enum Look {
    /** What the row is called. */
    NAME("name-column", OverrunStyle.ELLIPSIS),
    /** Words. */
    TEXT("text-column", OverrunStyle.ELLIPSIS),
    /** Paths, hosts and the like, read character by character. */
    MONO("mono-column", OverrunStyle.ELLIPSIS),
    /** Ids: their beginning and end tell them apart, so the middle goes when there is no room. */
    ID("mono-column", OverrunStyle.CENTER_ELLIPSIS),
    /** Numbers with their unit, at the right. */
    NUMBER("number-column", OverrunStyle.ELLIPSIS);

    private final String styleClass;
    private final OverrunStyle overrun;

    Look(String styleClass, OverrunStyle overrun) {
        this.styleClass = styleClass;
        this.overrun = overrun;
    }

    String styleClass() {
        return styleClass;
    }

    OverrunStyle overrun() {
        return overrun;
    }
}
