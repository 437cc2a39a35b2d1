package dev.gatehouse.app.screen.welcome;

import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A saved connection: a click fills the form with it. */
final class SavedRow extends HBox {
    SavedRow(Profile profile, WelcomeViewModel model) {
        Label name = new Label(profile.name());
        name.getStyleClass().add("t-strong");
        Label address = new Label(profile.address().getAuthority());
        address.getStyleClass().addAll("t-mono", "fg-subtle");
        Button choose = new Button(null, new VBox(name, address));
        choose.getStyleClass().addAll("flat", "saved-gateway");
        choose.setAccessibleText(profile.name());
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setOnAction(event -> model.choose(profile));
        HBox.setHgrow(choose, Priority.ALWAYS);
        Button forget = new Button(null, new IconView(Icon.CLOSE));
        forget.getStyleClass().addAll("flat", "icon-only");
        String words = Texts.get("welcome.forget", profile.name());
        forget.setAccessibleText(words);
        forget.setTooltip(new Tip(words));
        forget.setOnAction(event -> model.forget(profile));
        getStyleClass().add("saved-row");
        getChildren().addAll(choose, forget);
    }
}
