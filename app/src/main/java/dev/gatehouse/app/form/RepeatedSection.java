package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.text.Texts;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** An object within one of its own kind: a button until it has a value. */
final class RepeatedSection extends VBox {
    RepeatedSection(GroupPart part, FormNodes nodes, FormView view) {
        Button add = new Button(Texts.get("form.add", part.field().title().toLowerCase(Locale.ROOT)));
        add.setGraphic(new IconView(Icon.ADD));
        add.setAccessibleText(Texts.get("form.edit.add", part.words()));
        add.getStyleClass().addAll("flat", "form-add");
        add.setOnAction(event -> part.start());
        getStyleClass().add("form-block");
        part.ownProperty().subscribe(there -> {
            if (there) {
                getChildren().setAll(new Section(part, nodes.of(part.parts()), view));
            } else {
                getChildren().setAll(add);
            }
        });
    }
}
