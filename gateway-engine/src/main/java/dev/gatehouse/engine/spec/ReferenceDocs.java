package dev.gatehouse.engine.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Setting;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the operator's reference from the declarations: a page for each kind of object, and the faults. */
public final class ReferenceDocs {
    private static final String GENERATED =
            "<!-- Generated from the declarations; a build with -Dgatehouse.docs.write=true writes it again. -->\n\n";

    private final Catalogue catalogue;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private ReferenceDocs(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** All pages in Markdown, by their path within {@code docs}. */
    public static Map<String, String> pages(Catalogue catalogue) {
        ReferenceDocs docs = new ReferenceDocs(catalogue);
        docs.write();
        return docs.pages;
    }

    private void write() {
        StringBuilder index = new StringBuilder(GENERATED).append(INTRODUCTION);
        ObjectShape configuration = ObjectShape.of(Configuration.class);
        index.append("\n## Objects\n\n");
        for (Field field : configuration.fields(catalogue)) {
            if (field.setting().keys() == Setting.Format.NAME && field.each() instanceof Shape.Nested nested) {
                String page = Names.kind(field.name());
                JsonNode example = example(nested.of());
                page(page, nested.of(), under(field.name(), under("example", example)));
                line(index, page, nested.of(), "`" + field.name() + "`");
            }
        }
        index.append("\n## Destinations\n\nA route ends at exactly one of these, under `forward`.\n\n");
        catalogue.destinations().forEach((type, kind) -> {
            ObjectShape shape = ObjectShape.of(kind);
            page("destination-" + type, shape, under("forward", example(shape)));
            line(index, "destination-" + type, shape, "`" + type + "`");
        });
        if (!catalogue.policies().isEmpty()) {
            index.append("\n## Policies\n\nSteps of a chain, under `policies`; each names its `type`.\n\n");
            catalogue.policies().forEach((type, kind) -> {
                ObjectShape shape = ObjectShape.of(kind);
                page("policy-" + type, shape, example(shape));
                line(index, "policy-" + type, shape, "`" + type + "`");
            });
        }
        pages.put("reference/index.md", index.toString());
        pages.put("faults.md", faults());
    }

    private static void line(StringBuilder index, String page, ObjectShape shape, String key) {
        index.append("- [%s](%s.md) (%s): %s\n"
                .formatted(
                        shape.declaration().title(),
                        page,
                        key,
                        shape.declaration().help()));
    }

    private void page(String name, ObjectShape shape, JsonNode example) {
        Declaration declaration = shape.declaration();
        StringBuilder text = new StringBuilder(GENERATED)
                .append("# ")
                .append(declaration.title())
                .append("\n\n")
                .append(declaration.help())
                .append("\n");
        if (!declaration.example().isEmpty()) {
            text.append("\n```yaml\n").append(YamlWriter.write(example)).append("```\n");
        }
        Map<String, ObjectShape> sections = new LinkedHashMap<>();
        table(text, "Fields", shape, sections);
        while (!sections.isEmpty()) {
            Map.Entry<String, ObjectShape> section =
                    sections.entrySet().iterator().next();
            sections.remove(section.getKey());
            table(text, "Object `" + section.getKey() + "`", section.getValue(), sections);
        }
        pages.put("reference/" + name + ".md", text.toString());
    }

    private void table(StringBuilder text, String title, ObjectShape shape, Map<String, ObjectShape> sections) {
        text.append("\n## ").append(title).append("\n\n");
        text.append("| Field | Value | Default | |\n| --- | --- | --- | --- |\n");
        for (Field field : shape.fields(catalogue)) {
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            field.name(),
                            cell(FieldText.value(field)),
                            cell(FieldText.byDefault(field)),
                            cell(field.setting().help())));
            if (field.each() instanceof Shape.Nested nested) {
                sections.put(field.name(), nested.of());
            }
        }
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static JsonNode example(ObjectShape shape) {
        JsonNode example =
                Document.parse(shape.declaration().example(), Format.YAML).tree();
        return example == null ? JsonNodeFactory.instance.objectNode() : example;
    }

    private static ObjectNode under(String key, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(key, value);
    }

    private static String faults() {
        StringBuilder text = new StringBuilder(GENERATED).append(FAULTS);
        for (Fault fault : Fault.values()) {
            text.append("\n## %s\n\n**%s** · status %d · %s\n\n%s %s\n"
                    .formatted(
                            fault.code(),
                            fault.title(),
                            fault.status(),
                            fault.blame().name().toLowerCase(Locale.ROOT),
                            fault.meaning(),
                            fault.remedy()));
        }
        return text.toString();
    }

    private static final String INTRODUCTION = """
        # Reference

        A configuration is one document, YAML or JSON. Objects stand in maps by their name. Unknown fields are refused, and
        all that is wrong is told at once. What stands at its default may be left out.

        ## How values are written

        | Value | Written |
        | --- | --- |
        | name | 1 to 63 of `a-z`, `0-9` and `.` `_` `@` `-`, starting with a letter or digit; a tenant's object has the full name `tenant/name`, and the short one is enough among the tenant's own |
        | duration | whole numbers with units, largest first: `250ms`, `5s`, `1h30m`, `2d` |
        | size | a whole number with a unit of 1024: `512B`, `64KiB`, `10MiB` |
        | text | quotes are needed where YAML would read something else: `"true"`, `"404"`, `"*.example.org"` |
        | secret | never the secret itself: `{secret: name}`, `{env: NAME}` or `{file: path}` |
        """;

    private static final String FAULTS = """
        # Faults

        Every way in which the gateway itself ends a request. The code is in the problem that the client gets (`code`, RFC 9457),
        in the call's decision record, in the log and in the metrics. Beside each stands its HTTP status and who is to blame.
        """;
}
