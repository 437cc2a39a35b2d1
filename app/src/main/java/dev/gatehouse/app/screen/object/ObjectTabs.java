package dev.gatehouse.app.screen.object;

import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** An object's two sides: how it fares, and its settings. */
public final class ObjectTabs extends VBox {
    private final SegmentRow tabs;
    private final StackPane content = new StackPane();
    private final List<Node> sides;

    /**
     * Both sides, the first one on show.
     *
     * @param state how it fares
     * @param settings its form
     */
    public ObjectTabs(Node state, ObjectForm settings) {
        sides = List.of(state, settings);
        tabs = new SegmentRow(List.of(Texts.get("object.state"), Texts.get("object.settings")), this::show);
        HBox head = new HBox(tabs);
        head.getStyleClass().add("side-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().addAll(head, content);
        show(0);
    }

    /** Shows the settings, as for an object that is new. */
    public void showSettings() {
        show(1);
    }

    private void show(int index) {
        tabs.select(index);
        content.getChildren().setAll(sides.get(index));
    }
}
