package dev.gatehouse.engine.admin.config;

import static dev.gatehouse.engine.admin.endpoint.Shape.any;
import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.listOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;
import static dev.gatehouse.engine.admin.endpoint.Shape.time;

import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Shape;

/** The shapes of what is said about configuration; the document's own stands in {@code /schema}. */
final class Shapes {
    private static final Shape WARNING =
            object("Warning").with("pointer", text()).with("message", text());

    static final Shape APPLIED = object("Applied").with("revision", integer()).with("warnings", listOf(WARNING));

    static final Shape RESTORE = object("Restore")
            .may("objects", listOf(text()))
            .may("owner", text().about("Whose objects alone are meant."));

    static final Shape FINDINGS =
            object("Findings").with("violations", listOf(Problem.violation())).with("warnings", listOf(WARNING));

    static final Shape CHANGES = listOf(object("Change")
            .with("op", text().about("add, remove, change or rename"))
            .with("kind", text().about("listener, upstream or route"))
            .with("name", text())
            .with("pointer", text().about("Within the object; empty for the object itself."))
            .with("before", any())
            .with("after", any()));

    static final Shape REVISION = object("Revision")
            .with("revision", integer())
            .with("parent", integer().orNull())
            .with("hash", text())
            .with("format", text())
            .with("author", text())
            .with("message", text().orNull())
            .with("time", time())
            .with("state", text().about("pending, active, superseded or failed"))
            .with("confirmBy", text().orNull());

    static final Shape WHOLE_REVISION = object("WholeRevision")
            .with("revision", integer())
            .with("parent", integer().orNull())
            .with("hash", text())
            .with("format", text())
            .with("author", text())
            .with("message", text().orNull())
            .with("time", time())
            .with("state", text())
            .with("confirmBy", text().orNull())
            .with("config", Shape.document());

    static final Shape NAMED = object("NamedObject").with("name", text());

    private Shapes() {}
}
