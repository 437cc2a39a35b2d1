package dev.gatehouse.app.screen.gallery;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusChip;
import java.util.List;
import javafx.scene.Node;

/** The samples in the order of the page. */
final class Samples {
    private Samples() {}

    static List<Node> all() {
        return List.of(new StatusChip(Status.GOOD, "Healthy"));
    }
}
