package dev.gatehouse.app.screen.upstreams;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** Targets below each other; their lines stay from one second to the next. */
final class TargetLines extends VBox {
    private final UpstreamsViewModel model;
    private final List<TargetLine> lines = new ArrayList<>();

    TargetLines(UpstreamsViewModel model) {
        this.model = model;
        getStyleClass().add("target-lines");
    }

    void show(List<TargetRow> targets) {
        while (lines.size() < targets.size()) {
            lines.add(new TargetLine(model));
        }
        for (int i = 0; i < targets.size(); i++) {
            lines.get(i).show(targets.get(i));
        }
        List<TargetLine> shown = lines.subList(0, targets.size());
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }
}
