package dev.gatehouse.app.look;

import javafx.scene.control.Tooltip;

/**
 * A tooltip that gives way: it goes with Escape and lets the key through, so that what the reader wanted to close closes
 * although the pointer happened to rest on something.
 */
public final class Tip extends Tooltip {
    /** A tip without words; whoever holds it sets them later. */
    public Tip() {
        this("");
    }

    public Tip(String words) {
        super(words);
        setConsumeAutoHidingEvents(false);
    }
}
