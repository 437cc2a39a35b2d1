package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Under the form: what the route means for callers, or what changes for them. */
final class CallersPane extends VBox {
    private final VBox sentences = new VBox();

    CallersPane(Designer designer) {
        Label title = new Label(Texts.get("routes.callers"));
        title.getStyleClass().add("t-label");
        sentences.getStyleClass().add("gap-1");
        getStyleClass().add("designer-callers");
        getChildren().addAll(title, sentences);
        designer.callersProperty().subscribe(this::show);
    }

    private void show(List<String> words) {
        sentences.getChildren().setAll(words.stream().map(CallersPane::line).toList());
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.getStyleClass().add("words");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }
}
