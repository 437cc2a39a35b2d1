package dev.gatehouse.engine.admin.endpoint;

import java.util.Locale;

/** Every way in which the Admin API refuses a request: status, stable code and title of the RFC 9457 problem. */
public enum Problem {
    BAD_REQUEST(400, "The request cannot be read"),
    UNAUTHORIZED(401, "A valid token is needed"),
    WRONG_HOST(403, "Not the name of this gateway"),
    FORBIDDEN(403, "Not yours to change"),
    NOT_FOUND(404, "No such thing"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "No such format"),
    CONFLICT(409, "Does not fit the current state"),
    STALE(412, "Somebody else changed it meanwhile"),
    BODY_TOO_LARGE(413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INVALID(422, "The configuration is invalid"),
    PRECONDITION_REQUIRED(428, "A write must say what it is based on"),
    INTERNAL(500, "Internal error"),
    NOT_READY(503, "Not ready");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The same for every occurrence. */
    public String title() {
        return title;
    }

    /** The stable code, such as {@code precondition-required}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The shape of a violation. */
    public static Shape violation() {
        return Shape.object("Violation")
                .with("pointer", Shape.text().about("Where in the document, as a JSON Pointer."))
                .with("message", Shape.text())
                .with("hint", Shape.text().orNull())
                .may("line", Shape.integer())
                .may("column", Shape.integer());
    }

    /** The shape of every problem's body. */
    public static Shape shape() {
        return Shape.object("Problem")
                .with("type", Shape.text().about("urn:gatehouse:problem:<code>"))
                .with("title", Shape.text())
                .with("status", Shape.integer())
                .with("code", Shape.text())
                .with("detail", Shape.text())
                .may("violations", Shape.listOf(violation()))
                .may("parameter", Shape.text().about("The parameter of the query that cannot be read."))
                .may("term", Shape.text().about("The term of the filter that is wrong."))
                .may("column", Shape.integer().about("Where in the filter, counted from 1."))
                .may("fields", Shape.listOf(Shape.text()).about("What a filter can ask for."))
                .may("etag", Shape.text().about("The current state's ETag, where the request's was stale."));
    }
}
