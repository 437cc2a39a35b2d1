package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.Applied;
import dev.gatehouse.engine.control.ConfigWrite;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.spec.Canonical;
import dev.gatehouse.engine.spec.Parsed;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One collection of the configuration, such as {@code /routes}, and the objects in it. */
public final class CollectionEndpoints {
    private static final List<String> COLLECTIONS = List.of("listeners", "certificates", "upstreams", "routes");

    private final Control control;
    private final String collection;

    private CollectionEndpoints(Control control, String collection) {
        this.control = control;
        this.collection = collection;
    }

    /** The declarations of every collection. */
    public static List<Endpoint> all(Control control) {
        return COLLECTIONS.stream()
                .flatMap(collection -> new CollectionEndpoints(control, collection).declared().stream())
                .toList();
    }

    private List<Endpoint> declared() {
        String all = "/" + collection;
        String one = all + "/{name}";
        String kind = collection.substring(0, collection.length() - 1);
        return List.of(
                Endpoint.get(all, "Lists " + collection + " by name.")
                        .query("q", Shape.text(), "What occurs in the name or the title.")
                        .query("limit", Shape.integer(), "How many at most, 1 to 1000; 100 without.")
                        .query("cursor", Shape.text(), "The 'next' of an earlier page.")
                        .answers(200, "A page; each object with its name.", Shape.page("ObjectPage", Shapes.NAMED))
                        .by(this::list),
                named(Endpoint.get(one, "Reads the " + kind + "."))
                        .answers(200, "The object; its ETag is its hash.", Shape.document(), Writes.media())
                        .by(this::read),
                named(Writes.declare(Endpoint.put(one, "Creates or replaces the " + kind + ".")))
                        .header("If-None-Match", "* creates, and never replaces.")
                        .takes("The object.", Shape.document(), Writes.media())
                        .by(ctx -> write(
                                ctx,
                                new Change.Replace(unnamed(Documents.read(ctx), name(ctx)), Documents.format(ctx)))),
                named(Writes.declare(Endpoint.patch(one, "Changes the " + kind + ".")))
                        .takes("The patch.", Shape.any(), Documents.MERGE_PATCH, Documents.JSON_PATCH)
                        .by(ctx -> write(ctx, Documents.readPatch(ctx))),
                named(Writes.declare(Endpoint.delete(one, "Removes the " + kind + ".")))
                        .by(ctx -> write(ctx, new Change.Remove())));
    }

    private static Declared named(Declared endpoint) {
        return endpoint.in("name", Shape.text(), "The object's name; a slash in it is written %2F.");
    }

    private static String name(Context ctx) {
        return ctx.pathParam("name");
    }

    private JsonNode objects(int revision) {
        return Writes.attempt(() -> control.document(revision)).path(collection);
    }

    private void list(Context ctx) {
        String text = Query.text(ctx, "q");
        String after = Query.text(ctx, "cursor");
        int limit = Query.integer(ctx, "limit", 100, 1, 1000);
        JsonNode objects = objects(control.active().number());
        List<String> names = new ArrayList<>();
        objects.fieldNames().forEachRemaining(name -> {
            if ((after == null || name.compareTo(after) > 0) && found(text, name, objects.path(name))) {
                names.add(name);
            }
        });
        names.sort(null);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode items = page.putArray("items");
        for (String name : names.subList(0, Math.min(limit, names.size()))) {
            ObjectNode item = items.addObject().put("name", name);
            objects.path(name).properties().forEach(field -> item.set(field.getKey(), field.getValue()));
        }
        page.put("next", names.size() > limit ? names.get(limit - 1) : null);
        Bodies.answer(ctx, 200, page);
    }

    private static boolean found(@Nullable String text, String name, JsonNode object) {
        String where = name + "\n" + object.path("title").asText();
        return text == null || where.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private void read(Context ctx) {
        JsonNode object = objects(control.active().number()).path(name(ctx));
        if (object.isMissingNode()) {
            throw new Refusal(Problem.NOT_FOUND, "There is no " + name(ctx) + " among the " + collection + ".");
        }
        Documents.answer(ctx, object, Documents.wanted(ctx), Etags.object(Canonical.hash(object)));
    }

    private void write(Context ctx, Change change) {
        String name = name(ctx);
        ConfigWrite write = Writes.read(ctx, new Target(collection, name), change, Etags.base(ctx));
        Applied applied = Writes.attemptObject(() -> control.apply(write));
        JsonNode object = write.dryRun() ? null : objects(applied.revision()).get(name);
        if (object != null) {
            ctx.header("ETag", Etags.object(Canonical.hash(object)));
        }
        Bodies.answer(ctx, 200, Json.applied(applied));
    }

    /** An item of the list says its name, so one that is sent back may say it too. */
    private static Parsed unnamed(Parsed parsed, String name) {
        if (parsed.tree() instanceof ObjectNode object
                && object.path("name").asText().equals(name)) {
            return new Parsed(object.deepCopy().without("name"), parsed.positions(), parsed.violations());
        }
        return parsed;
    }
}
