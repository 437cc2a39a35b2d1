package dev.gatehouse.app.screen.routes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.form.Alternative;
import dev.gatehouse.app.form.FormSchema;
import dev.gatehouse.app.form.Kind;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A route before it is in the draft: what it starts from, and its name. FX thread; needs no toolkit. */
final class NewRoute {
    private final Draft draft;
    private final FormSchema schema;
    private final Consumer<String> made;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty curl = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private ObjectNode seed;

    /**
     * A route to be.
     *
     * @param made is told its name once it is in the draft
     */
    NewRoute(Draft draft, FormSchema schema, ObjectNode seed, Consumer<String> made) {
        this.draft = draft;
        this.schema = schema;
        this.seed = seed;
        this.made = made;
        name.set(seed.isEmpty() ? "" : free(guess()));
        curl.addListener((property, before, now) -> read(now));
        name.addListener((property, before, now) -> problem.set(""));
    }

    StringProperty nameProperty() {
        return name;
    }

    /** A curl line to take method, host, path and headers from. */
    StringProperty curlProperty() {
        return curl;
    }

    /** Why it cannot be made yet; empty if nothing is known. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What is known of it already, in short; empty for nothing. */
    String known() {
        return seed.isEmpty() ? "" : RouteWords.match(seed);
    }

    /** Where a route may end, as the schema tells. */
    List<Alternative> templates() {
        return schema.of("routes").fields().stream()
                .filter(field -> field.name().equals("forward") && field.kind() instanceof Kind.OneOf)
                .flatMap(field -> ((Kind.OneOf) field.kind()).alternatives().stream())
                .toList();
    }

    /** Puts it into the draft. */
    void create(@Nullable Alternative template) {
        String wanted = name.get().strip();
        ObjectKey key = new ObjectKey("routes", wanted);
        if (!wanted.matches("([a-z0-9][a-z0-9._@-]{0,62}/)?[a-z0-9][a-z0-9._@-]{0,62}")) {
            problem.set(Texts.get("routes.new.name.form"));
        } else if (draft.object(key) != null) {
            problem.set(Texts.get("routes.new.name.taken", wanted));
        } else {
            ObjectNode route = seed.deepCopy();
            if (template != null && !template.tells(route.get("forward"))) {
                route.set("forward", template.start(route.get("forward")));
            }
            draft.apply(Edit.create(key, route, Texts.get("routes.edit.create", wanted)));
            made.accept(wanted);
        }
    }

    private void read(String line) {
        CurlLine told = CurlLine.read(line);
        if (told == null) {
            problem.set(line.isBlank() ? "" : Texts.get("routes.new.curl.unread"));
            return;
        }
        problem.set("");
        seed = told.route();
        if (name.get().isEmpty()) {
            name.set(free(guess()));
        }
    }

    /** A name from the path's first fixed segment. */
    private String guess() {
        for (String segment : seed.path("match").path("path").asText("").split("/")) {
            String plain = segment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "");
            if (!plain.isEmpty() && !segment.startsWith("{") && plain.matches("[a-z0-9].*")) {
                return plain;
            }
        }
        return "route";
    }

    private String free(String guess) {
        String name = guess;
        for (int number = 2; draft.object(new ObjectKey("routes", name)) != null; number++) {
            name = guess + "-" + number;
        }
        return name;
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
