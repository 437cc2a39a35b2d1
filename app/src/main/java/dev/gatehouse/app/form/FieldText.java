package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.yaml.YamlBroken;
import dev.gatehouse.app.yaml.YamlText;
import dev.gatehouse.app.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** Values as they are typed and shown in fields. */
final class FieldText {
    private FieldText() {}

    static String write(Kind kind, @Nullable JsonNode value) {
        if (value == null) {
            return "";
        }
        if (kind instanceof Kind.Anything && !value.isEmpty()) {
            return YamlWriter.write(value);
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** The value that a text means; text where it means none of its kind, so that nothing typed is lost; null for nothing. */
    static @Nullable JsonNode read(Kind kind, String text) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (text.isEmpty()) {
            return null;
        }
        if (kind instanceof Kind.Anything) {
            return yaml(text);
        }
        String plain = kind instanceof Kind.Text words && words.isLong() ? text : text.strip();
        if (kind instanceof Kind.Whole && plain.matches("-?[0-9]{1,18}")) {
            long number = Long.parseLong(plain);
            return number == (int) number ? nodes.numberNode((int) number) : nodes.numberNode(number);
        }
        return nodes.textNode(plain);
    }

    private static JsonNode yaml(String text) {
        try {
            return YamlText.read(text).tree();
        } catch (YamlBroken e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }
}
