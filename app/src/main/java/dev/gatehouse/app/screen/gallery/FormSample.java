package dev.gatehouse.app.screen.gallery;

import static dev.gatehouse.app.screen.gallery.Sample.styled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Base;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.draft.References;
import dev.gatehouse.app.form.DraftObject;
import dev.gatehouse.app.form.FormModel;
import dev.gatehouse.app.form.FormSchema;
import dev.gatehouse.app.form.FormView;
import dev.gatehouse.app.form.Violation;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The form as every object is edited in, with a field of each kind: changed, wrong, by default, unknown. */
final class FormSample {
    private static final int ROWS = 44;

    private FormSample() {}

    static List<Sample> all() {
        JsonNode sample = read();
        ObjectNode document = (ObjectNode) sample.path("document");
        Draft draft = new Draft(new Base(document, 1, ""), References.of(sample.path("schema")));
        ObjectKey key = new ObjectKey("samples", "sample");
        sample.path("edits")
                .properties()
                .forEach(edit -> draft.apply(
                        Edit.set(key, edit.getKey(), edit.getValue(), Texts.get("gallery.form.edit", edit.getKey()))));
        FormSchema schema = new FormSchema(sample.path("schema"));
        FormModel model = new FormModel(schema, schema.of(key.kind()), new DraftObject(draft, key));
        model.violations(sample.path("violations").properties().stream()
                .map(each -> new Violation(each.getKey(), each.getValue().asText()))
                .toList());
        FormView view = new FormView(model);
        view.show("", "", model.root().parts());
        return List.of(new Sample("gallery.form", ROWS, styled(view, "sample-form")));
    }

    private static JsonNode read() {
        try (InputStream json = Objects.requireNonNull(FormSample.class.getResourceAsStream("form.json"))) {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
