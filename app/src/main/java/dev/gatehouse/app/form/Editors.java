package dev.gatehouse.app.form;

import atlantafx.base.controls.ToggleSwitch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.look.SegmentRow;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;

/** The control that edits a single value, by its kind. */
final class Editors {
    /** Up to here choices are segments, and then a list that opens; beyond {@link #MANY} the list is searched. */
    private static final int FEW = 4;

    private static final int MANY = 12;

    private Editors() {}

    /** A control for a part, its words for those who do not see the label told. */
    static Node of(ValuePart part) {
        Node editor = switch (part.field().kind()) {
            case Kind.Flag _ -> flag(part);
            case Kind.Choice choice -> choice(part, choice.options());
            case Kind.Reference reference -> reference(part, reference.collection());
            case Kind.Secret secret -> new SecretEditor(part, secret.sources());
            case Kind.Text text when text.isLong() -> area(part, text.isCode());
            case Kind.Text text -> field(part, text.isCode(), false);
            case Kind.Whole _, Kind.Measured _ -> field(part, true, true);
            default -> area(part, true);
        };
        editor.setAccessibleText(part.words());
        return editor;
    }

    private static Node field(ValuePart part, boolean code, boolean brief) {
        TextField field = new TextField();
        field.getStyleClass().add(brief ? "field-short" : "field");
        field.setOnAction(event -> part.commit());
        return typed(field, part, code);
    }

    private static Node area(ValuePart part, boolean code) {
        TextArea area = new TextArea();
        area.getStyleClass().addAll("field", "form-area");
        area.setWrapText(!code);
        // Tab goes on, as in every other field.
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                event.consume();
                area.fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, event.isShiftDown(), true, false, false));
            }
        });
        return typed(area, part, code);
    }

    private static Node typed(TextInputControl input, ValuePart part, boolean code) {
        if (code) {
            input.getStyleClass().add("t-mono");
        }
        String shown = FieldText.write(part.field().kind(), part.field().byDefault());
        input.setPromptText(shown.isEmpty() ? "" : Texts.get("form.default", shown));
        Typing.follow(input, part.textProperty(), part::type, part::commit, part::leave);
        return input;
    }

    private static Node flag(ValuePart part) {
        // What switches an object on or off acts; everything else is an option of it.
        boolean acts = part.field().name().equals("enabled");
        CheckBox box = new CheckBox();
        ToggleSwitch toggle = new ToggleSwitch();
        BooleanProperty selected = acts ? toggle.selectedProperty() : box.selectedProperty();
        part.textProperty().subscribe(text -> selected.set(isOn(part)));
        selected.addListener((property, before, now) -> {
            if (now != isOn(part)) {
                part.choose(JsonNodeFactory.instance.booleanNode(now));
            }
        });
        return acts ? toggle : box;
    }

    private static boolean isOn(ValuePart part) {
        JsonNode now = part.json();
        JsonNode shown = now != null ? now : part.field().byDefault();
        return shown != null && shown.asBoolean();
    }

    private static Node choice(ValuePart part, List<String> options) {
        if (options.size() > FEW) {
            return combo(options.size() > MANY ? new SearchableComboBox<>() : new ComboBox<>(), part, options);
        }
        SegmentRow control = new SegmentRow(options, index -> choose(part, options.get(index)));
        part.textProperty().subscribe(text -> control.select(options.indexOf(shown(part))));
        return control;
    }

    private static Node reference(ValuePart part, String collection) {
        List<String> names = part.form().editing().names(collection);
        return part.form().schema().has(collection)
                ? combo(new SearchableComboBox<>(), part, names)
                : field(part, true, false);
    }

    private static Node combo(ComboBox<String> combo, ValuePart part, List<String> options) {
        combo.getStyleClass().add("field");
        combo.setPromptText(Texts.get("form.choose"));
        part.textProperty().subscribe(text -> {
            String now = shown(part);
            List<String> offered = new ArrayList<>(options);
            if (now != null && !offered.contains(now)) {
                offered.addFirst(now);
            }
            if (!combo.getItems().equals(offered)) {
                combo.getItems().setAll(offered);
            }
            combo.setValue(now);
        });
        combo.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(shown(part))) {
                choose(part, now);
            }
        });
        return combo;
    }

    /** A choice of the default is no value of its own. */
    private static void choose(ValuePart part, String option) {
        JsonNode chosen = JsonNodeFactory.instance.textNode(option);
        if (option.equals(shown(part))) {
            return;
        }
        if (part.isRemovable() && chosen.equals(part.field().byDefault())) {
            part.reset();
        } else {
            part.choose(chosen);
        }
    }

    private static @Nullable String shown(ValuePart part) {
        JsonNode now = part.json();
        JsonNode shown = now != null ? now : part.field().byDefault();
        return shown == null || shown.asText().isEmpty() ? null : shown.asText();
    }
}
