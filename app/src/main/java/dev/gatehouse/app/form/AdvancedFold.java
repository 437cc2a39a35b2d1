package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** The fields that most people never change, folded away; the title says how many are not at their default. */
final class AdvancedFold extends VBox {
    private final Button title = new Button();
    private final IconView arrow = new IconView(Icon.CHEVRON_RIGHT);
    private final VBox rows = new VBox();
    private final List<Part> parts;

    AdvancedFold(List<Part> parts, FormNodes nodes) {
        this.parts = parts;
        title.setGraphic(arrow);
        title.getStyleClass().addAll("flat", "advanced-title");
        title.setOnAction(event -> open(!rows.isVisible()));
        rows.getStyleClass().add("form-block");
        rows.getChildren().addAll(parts.stream().map(nodes::of).toArray(Node[]::new));
        getStyleClass().add("form-block");
        getChildren().addAll(title, rows);
        parts.forEach(part -> part.ownProperty().subscribe(now -> name()));
        open(false);
    }

    void open(boolean open) {
        rows.setVisible(open);
        rows.setManaged(open);
        arrow.setIcon(open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT);
    }

    private void name() {
        long own = parts.stream().filter(part -> part.ownProperty().get()).count();
        String words = Texts.get("form.advanced");
        title.setText(own == 0 ? words : words + "   " + Texts.get("form.advanced.changed", own));
    }
}
