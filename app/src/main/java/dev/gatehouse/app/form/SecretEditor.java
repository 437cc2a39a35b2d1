package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says where a secret stands: a kind of place, and the name there. */
final class SecretEditor extends HBox {
    private final ValuePart part;
    private final ComboBox<String> source = new ComboBox<>();
    private final TextField name = new TextField();
    private final SimpleStringProperty typed = new SimpleStringProperty("");

    SecretEditor(ValuePart part, List<String> sources) {
        this.part = part;
        source.getItems().setAll(sources);
        source.setAccessibleText(part.words() + ": " + Texts.get("form.secret.source"));
        name.setAccessibleText(part.words() + ": " + Texts.get("form.secret.name"));
        name.setPromptText(Texts.get("form.secret.name"));
        name.getStyleClass().addAll("field", "t-mono");
        HBox.setHgrow(name, Priority.ALWAYS);
        getStyleClass().add("gap-3");
        getChildren().addAll(source, name);
        part.textProperty().subscribe(text -> read(sources));
        source.valueProperty().addListener((property, before, now) -> {
            if (!name.getText().isEmpty()) {
                write();
            }
        });
        Typing.follow(name, typed, typed::set, this::write, this::write);
    }

    private void read(List<String> sources) {
        JsonNode now = part.json();
        String told = now == null
                ? null
                : sources.stream().filter(now::has).findFirst().orElse(null);
        if (told != null || source.getValue() == null) {
            source.setValue(told != null ? told : sources.getFirst());
        }
        typed.set(told == null || now == null ? "" : now.path(told).asText());
    }

    private void write() {
        if (!typed.get().isEmpty()) {
            part.choose(JsonNodeFactory.instance.objectNode().put(source.getValue(), typed.get()));
        } else if (part.json() != null && part.isRemovable()) {
            part.reset();
        }
    }
}
