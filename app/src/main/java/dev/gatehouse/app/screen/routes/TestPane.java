package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.command.Off;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Writes a request and shows what the draft would make of it. Enter in the address asks. */
final class TestPane extends ScrollPane {
    private final VBox outcome = new VBox();

    TestPane(TestModel model) {
        ComboBox<String> method = new ComboBox<>();
        method.getItems().setAll("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
        method.setEditable(true);
        method.valueProperty().bindBidirectional(model.methodProperty());
        method.setAccessibleText(Texts.get("routes.test.method"));
        method.getStyleClass().add("test-method");
        Button run = new Button(Texts.get("routes.test.run"));
        TextField url = new TextField();
        url.textProperty().bindBidirectional(model.urlProperty());
        url.setAccessibleText(Texts.get("routes.test.url"));
        url.setId("test-url");
        url.getStyleClass().addAll("field", "t-mono");
        url.setOnAction(event -> run.fire());
        HBox.setHgrow(url, Priority.ALWAYS);
        HBox line = new HBox(method, url);
        line.getStyleClass().add("gap-3");
        TextArea headers = new TextArea();
        headers.textProperty().bindBidirectional(model.headersProperty());
        headers.setAccessibleText(Texts.get("routes.test.headers"));
        headers.setPromptText(Texts.get("routes.test.headers.prompt"));
        headers.getStyleClass().addAll("field", "form-area", "t-mono");
        run.setId("test-run");
        run.setOnAction(event -> model.run());
        Off.join(run, model.lost());
        Label help = new Label(Texts.get("routes.test.help"));
        help.getStyleClass().add("t-help");
        outcome.getStyleClass().add("gap-3");
        VBox content =
                new VBox(label("routes.test.request"), line, label("routes.test.headers"), headers, run, help, outcome);
        content.getStyleClass().addAll("gap-3", "pad-5");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("form-scroll");
        model.verdictProperty().subscribe(this::show);
    }

    private void show(TestModel.@Nullable Verdict verdict) {
        outcome.getChildren().clear();
        if (verdict == null) {
            return;
        }
        Label title = new Label(verdict.title());
        title.setGraphic(new StatusMark(verdict.status()));
        title.setWrapText(true);
        title.setId("test-verdict");
        title.getStyleClass().add("t-strong");
        outcome.getChildren().add(title);
        for (String words : verdict.lines()) {
            Label line = new Label(words);
            line.getStyleClass().add("paragraph");
            outcome.getChildren().add(line);
        }
        if (!verdict.misses().isEmpty()) {
            outcome.getChildren().add(label("routes.test.nearest"));
            verdict.misses().forEach(miss -> outcome.getChildren().add(miss(miss)));
        }
    }

    private static Node miss(Call.Miss miss) {
        Label name = new Label(miss.route());
        name.getStyleClass().add("t-strong");
        Label why = new Label(Texts.get("routes.test.why", miss.failed(), miss.saw(), miss.wanted()));
        why.getStyleClass().addAll("t-mono", "miss-why");
        VBox block = new VBox(name, why);
        block.getStyleClass().add("miss");
        return block;
    }

    private static Label label(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("t-label");
        return label;
    }
}
