package dev.gatehouse.app.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.FieldChange;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.Pointers;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields and values as they are shown. */
public final class FieldWords {
    private FieldWords() {}

    /** The fields of an object that came or went, as if each had. */
    public static List<FieldChange> whole(ObjectChange change) {
        ObjectNode before = change.before();
        ObjectNode after = change.after();
        List<FieldChange> fields = new ArrayList<>();
        if (before != null) {
            before.properties()
                    .forEach(field ->
                            fields.add(new FieldChange(Pointers.child("", field.getKey()), field.getValue(), null)));
        }
        if (after != null) {
            after.properties()
                    .forEach(field ->
                            fields.add(new FieldChange(Pointers.child("", field.getKey()), null, field.getValue())));
        }
        return fields;
    }

    /** Where a value stands: {@code match › path}; the whole object for the empty pointer. */
    public static String name(String pointer) {
        return pointer.isEmpty() ? Texts.get("diff.whole") : String.join(" › ", Pointers.tokens(pointer));
    }

    /** A value; a dash for none. */
    public static String value(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "–";
        }
        return value.isTextual()
                ? value.asText()
                : value.toString().replace("\"", "").replace(",", ", ");
    }
}
