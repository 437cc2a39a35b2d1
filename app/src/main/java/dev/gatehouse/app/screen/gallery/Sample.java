package dev.gatehouse.app.screen.gallery;

import dev.gatehouse.app.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One panel of the gallery. */
final class Sample extends VBox {
    private final int weight;

    /**
     * A panel.
     *
     * @param weight its height in rows, about; columns are filled by it
     */
    Sample(String titleKey, int weight, Node... rows) {
        this.weight = weight;
        Label title = new Label(Texts.get(titleKey));
        title.getStyleClass().add("t-section");
        getStyleClass().addAll("panel", "pad-5", "gap-4");
        getChildren().add(title);
        getChildren().addAll(rows);
    }

    int weight() {
        return weight + 2;
    }

    /** Nodes beside each other, wrapped where there is no room. */
    static FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(nodes);
        row.getStyleClass().addAll("gap-3", "align-left");
        return row;
    }

    /** A state's name and the nodes in that state. */
    static HBox state(String nameKey, Node... nodes) {
        Label name = new Label(Texts.get(nameKey));
        name.getStyleClass().addAll("t-label", "sample-state");
        HBox state = new HBox(name);
        state.getStyleClass().addAll("gap-3", "align-left");
        state.getChildren().addAll(nodes);
        return state;
    }

    /** Forces a state that only a person's hand would bring about. */
    static <T extends Node> T force(T node, String... states) {
        for (String state : states) {
            node.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
        }
        return node;
    }

    static <T extends Node> T styled(T node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    static Label label(String text, String... styleClasses) {
        return styled(new Label(text), styleClasses);
    }
}
