package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What stands in a place before anything is typed there. */
final class Blank {
    private Blank() {}

    static JsonNode of(Kind kind) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (kind) {
            case Kind.Items items -> {
                var list = nodes.arrayNode();
                for (int i = 0; i < Math.min(items.least(), 10); i++) {
                    list.add(of(items.each().kind()));
                }
                yield list;
            }
            case Kind.Nested nested -> {
                ObjectNode object = nodes.objectNode();
                nested.of().get().fields().stream()
                        .filter(Field::required)
                        .forEach(field -> object.set(field.name(), of(field.kind())));
                yield object;
            }
            case Kind.Entries _, Kind.OneOf _, Kind.Secret _, Kind.Anything _ -> nodes.objectNode();
            case Kind.Flag _ -> nodes.booleanNode(false);
            case Kind.Choice choice -> nodes.textNode(choice.options().getFirst());
            default -> nodes.textNode("");
        };
    }
}
