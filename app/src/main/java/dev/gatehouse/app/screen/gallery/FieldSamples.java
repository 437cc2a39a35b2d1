package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.force;
import static dev.gatehouse.app.screen.gallery.Sample.state;
import static dev.gatehouse.app.screen.gallery.Sample.styled;

import atlantafx.base.controls.PasswordTextField;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.SearchableComboBox;

/** Fields. */
final class FieldSamples {
    private static final ObservableList<String> BALANCERS =
            FXCollections.observableArrayList("round-robin", "least-requests");

    private FieldSamples() {}

    static List<Sample> all() {
        return List.of(fields(), lists());
    }

    private static Sample fields() {
        TextField empty = grown(new TextField());
        empty.setPromptText(Texts.get("gallery.field.prompt"));
        TextField disabled = field("5s");
        disabled.setDisable(true);
        TextField fixed = field("/shop/products/{id}");
        fixed.setEditable(false);
        TextArea area = grown(new TextArea("upstream: catalog\npath: /products/{id}"));
        area.setPrefRowCount(3);
        styled(area, "t-mono");
        return new Sample(
                "gallery.fields",
                12,
                state("gallery.state.empty", empty),
                state("gallery.state.filled", styled(field("catalog.internal:9101"), "t-mono")),
                state("gallery.state.focus", force(field("250ms"), "focused")),
                state("gallery.state.problem", force(field("250 bananas"), "danger")),
                state("gallery.state.read-only", fixed),
                state("gallery.state.disabled", disabled),
                state("gallery.field.secret", grown(new PasswordTextField("not a secret"))),
                state("gallery.field.area", area));
    }

    private static Sample lists() {
        ComboBox<String> combo = grown(new ComboBox<>(BALANCERS));
        combo.setValue(BALANCERS.getFirst());
        ComboBox<String> disabled = grown(new ComboBox<>(BALANCERS));
        disabled.setValue(BALANCERS.getLast());
        disabled.setDisable(true);
        SearchableComboBox<String> searchable = grown(new SearchableComboBox<>(BALANCERS));
        searchable.setValue(BALANCERS.getFirst());
        CheckComboBox<String> several = grown(new CheckComboBox<>(FXCollections.observableArrayList("GET", "HEAD")));
        several.getCheckModel().checkAll();
        return new Sample(
                "gallery.lists",
                4,
                state("gallery.list.one", combo),
                state("gallery.state.disabled", disabled),
                state("gallery.list.searched", searchable),
                state("gallery.list.several", several));
    }

    private static TextField field(String text) {
        return grown(new TextField(text));
    }

    private static <T extends Control> T grown(T control) {
        HBox.setHgrow(control, Priority.ALWAYS);
        control.setMaxWidth(Double.MAX_VALUE);
        return control;
    }
}
