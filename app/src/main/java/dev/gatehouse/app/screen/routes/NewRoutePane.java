package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.form.Alternative;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for what a new route starts from, and its name. Enter makes it, Esc goes back. */
final class NewRoutePane extends VBox {
    private final TextField name = new TextField();
    private @Nullable Alternative template;

    NewRoutePane(NewRoute model, Runnable cancel) {
        getStyleClass().add("surface");
        VBox content = new VBox();
        content.getStyleClass().addAll("new-route", "gap-5");
        Label title = new Label(Texts.get("routes.new"));
        title.getStyleClass().add("t-screen");
        content.getChildren().add(title);
        String known = model.known();
        if (known.isEmpty()) {
            content.getChildren().add(row("routes.new.curl", curl(model), "routes.new.curl.help"));
        } else {
            Label words = new Label(known);
            words.getStyleClass().add("t-mono");
            content.getChildren().add(row("routes.new.from", words, "routes.new.from.help"));
        }
        List<Alternative> templates = model.templates();
        if (!templates.isEmpty()) {
            content.getChildren().add(row("routes.new.template", chooser(templates), "routes.new.template.help"));
        }
        name.textProperty().bindBidirectional(model.nameProperty());
        name.getStyleClass().addAll("field", "t-mono");
        name.setId("new-route-name");
        name.setOnAction(event -> model.create(template));
        content.getChildren().add(row("routes.new.name", name, "routes.new.name.help"));
        Label problem = new Label();
        problem.setGraphic(new StatusMark(Status.BAD));
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problemProperty());
        RoutesView.show(problem, model.problemProperty().isNotEmpty());
        Button create = new Button(Texts.get("routes.new.create"));
        create.setDefaultButton(true);
        create.setOnAction(event -> model.create(template));
        Button back = new Button(Texts.get("routes.new.cancel"));
        back.getStyleClass().add("flat");
        back.setOnAction(event -> cancel.run());
        HBox buttons = new HBox(create, back);
        buttons.getStyleClass().add("gap-3");
        content.getChildren().addAll(problem, buttons);
        getChildren().add(content);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel.run();
            }
        });
    }

    void focus() {
        name.requestFocus();
    }

    private static TextArea curl(NewRoute model) {
        TextArea curl = new TextArea();
        curl.getStyleClass().addAll("field", "form-area", "t-mono");
        curl.setWrapText(true);
        curl.setPromptText(Texts.get("routes.new.curl.prompt"));
        curl.textProperty().bindBidirectional(model.curlProperty());
        return curl;
    }

    private Node chooser(List<Alternative> templates) {
        SegmentRow row = new SegmentRow(
                templates.stream().map(Alternative::title).toList(), index -> template = templates.get(index));
        for (int i = 0; i < templates.size(); i++) {
            row.help(i, templates.get(i).help());
        }
        template = templates.getFirst();
        row.select(0);
        return row;
    }

    private static Node row(String key, Node editor, String help) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().add("t-strong");
        label.setLabelFor(editor);
        editor.setAccessibleText(Texts.get(key));
        Label below = new Label(Texts.get(help));
        below.getStyleClass().add("t-help");
        VBox row = new VBox(label, editor, below);
        row.getStyleClass().add("gap-2");
        return row;
    }
}
