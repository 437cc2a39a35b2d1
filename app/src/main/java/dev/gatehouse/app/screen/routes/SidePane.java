package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.form.YamlPane;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The designer's side: the route as text, a test of the draft, and the route's last calls. */
final class SidePane extends VBox {
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final SegmentRow tabs;
    private final StackPane content = new StackPane();
    private final List<Node> panes;
    private final Designer designer;

    SidePane(Designer designer, YamlPane yaml) {
        this.designer = designer;
        TestPane test = new TestPane(designer.test());
        CallsPane calls = new CallsPane(designer, call -> {
            designer.test().take(call);
            show(1);
        });
        panes = List.of(yaml, test, calls);
        tabs = new SegmentRow(
                List.of(Texts.get("routes.tab.yaml"), Texts.get("routes.tab.test"), Texts.get("routes.tab.calls")),
                this::show);
        HBox head = new HBox(tabs);
        head.getStyleClass().add("side-head");
        VBox.setVgrow(content, Priority.ALWAYS);
        getStyleClass().add("side-pane");
        getChildren().addAll(head, content);
        show(0);
    }

    BooleanProperty openProperty() {
        return open;
    }

    private void show(int index) {
        tabs.select(index);
        content.getChildren().setAll(panes.get(index));
        if (index == 2) {
            designer.calls().read();
        }
    }
}
