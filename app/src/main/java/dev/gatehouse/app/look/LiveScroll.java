package dev.gatehouse.app.look;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * A scroll pane for content that changes by itself. A plain one keeps a picture of all it shows, which makes scrolling cheap
 * and every change dear: one figure that moves draws the whole content anew.
 */
public final class LiveScroll extends ScrollPane {
    /** An empty one. */
    public LiveScroll() {
        skinProperty()
                .subscribe(skin -> lookupAll(".viewport").stream()
                        .filter(viewport -> equals(viewport.getParent()))
                        .forEach(viewport -> viewport.setCache(false)));
    }

    /** One around this content. */
    public LiveScroll(Node content) {
        this();
        setContent(content);
    }
}
