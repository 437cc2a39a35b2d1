package dev.gatehouse.app.screen.object;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.form.DraftObject;
import dev.gatehouse.app.form.FormModel;
import dev.gatehouse.app.form.FormSchema;
import dev.gatehouse.app.form.FormView;
import dev.gatehouse.app.form.Shape;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The form of one object of the draft, drawn from the gateway's schema; another object makes another form. */
public final class ObjectForm extends VBox {
    private final DraftSession session;
    private final String kind;
    private @Nullable FormModel model;
    private @Nullable Draft of;
    private String shown = "";
    private @Nullable FormView view;

    /** No object yet. */
    public ObjectForm(DraftSession session, String kind) {
        this.session = session;
        this.kind = kind;
        getStyleClass().add("surface");
    }

    /** Shows an object; what is on show is left as it is. */
    public void show(String name) {
        Draft draft = session.draft();
        JsonNode schema = session.schemaProperty().get();
        ObjectKey key = new ObjectKey(kind, name);
        boolean there = draft != null && draft.object(key) != null && !schema.isMissingNode();
        String wanted = there ? name : "";
        if (wanted.equals(shown) && draft == of && (model != null || !there)) {
            return;
        }
        shown = wanted;
        of = draft;
        if (model != null) {
            model.close();
            model = null;
            view = null;
        }
        if (draft == null || !there) {
            Label gone = new Label(Texts.get("object.form.gone"));
            gone.getStyleClass().addAll("t-help", "wrapped", "pad-5");
            getChildren().setAll(gone);
            return;
        }
        FormSchema forms = new FormSchema(schema);
        Shape shape = forms.of(kind);
        FormModel made = new FormModel(forms, shape, new DraftObject(draft, key));
        FormView shows = new FormView(made);
        shows.show(Texts.get("object.settings"), shape.help(), made.root().parts());
        VBox.setVgrow(shows, Priority.ALWAYS);
        getChildren().setAll(shows);
        model = made;
        view = shows;
    }

    /** Puts the focus into a field. */
    public void edit(String pointer) {
        if (model != null && view != null) {
            view.focus(model.at(pointer));
        }
    }
}
