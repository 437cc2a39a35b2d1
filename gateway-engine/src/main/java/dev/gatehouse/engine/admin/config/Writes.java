package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.control.ConfigWrite;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.control.Refused;
import dev.gatehouse.engine.spec.Format;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all writes of configuration have in common: their parameters, and how they are refused. */
public final class Writes {
    private static final String MESSAGE = "X-Gatehouse-Message";
    private static final int LONGEST_MESSAGE = 2_000;
    private static final Duration LONGEST_CONFIRM = Duration.ofDays(1);

    private Writes() {}

    /** Asks control for something. */
    public interface Attempt<T> {
        /** Asks. */
        T run() throws Refused;
    }

    /** Declares the parameters that {@link #read} understands. */
    static Declared declare(Declared endpoint) {
        return endpoint.header(
                        "If-Match",
                        "The ETag of what the write is based on; * overwrites whatever there is, but creates nothing.")
                .header(MESSAGE, "Why; the same as the parameter message.")
                .query("message", Shape.text(), "Why; stands with the revision in the history.")
                .query("dryRun", Shape.flag(), "Check everything, change nothing.")
                .query("confirm", Shape.text(), "Go back by itself after this time (60s) unless it is confirmed.")
                .answers(200, "The revision.", Shapes.APPLIED);
    }

    /** The write that a request asks for. */
    static ConfigWrite read(Context ctx, Target target, Change change, Set<String> base) {
        String message = Query.text(ctx, "message");
        if (message == null) {
            message = ctx.header(MESSAGE);
        }
        if (message != null && message.length() > LONGEST_MESSAGE) {
            throw new Refusal(Problem.BAD_REQUEST, "A message has at most " + LONGEST_MESSAGE + " characters.");
        }
        return new ConfigWrite(
                target, change, base, Administrator.PRINCIPAL, message, Query.flag(ctx, "dryRun"), confirm(ctx));
    }

    private static @Nullable Duration confirm(Context ctx) {
        Duration confirm = Query.duration(ctx, "confirm", Duration.ZERO);
        if (confirm.compareTo(LONGEST_CONFIRM) > 0) {
            throw new Refusal(Problem.BAD_REQUEST, "The parameter confirm is at most 24h.");
        }
        return confirm.isZero() ? null : confirm;
    }

    /** Runs an attempt about the document or a revision. */
    public static <T> T attempt(Attempt<T> attempt) {
        return attempt(attempt, current -> Etags.document(Integer.parseInt(current), Format.JSON));
    }

    /** Runs an attempt about an object. */
    static <T> T attemptObject(Attempt<T> attempt) {
        return attempt(attempt, current -> current.isEmpty() ? "" : Etags.object(current));
    }

    private interface EtagOf {
        String current(String state);
    }

    private static <T> T attempt(Attempt<T> attempt, EtagOf etags) {
        try {
            return attempt.run();
        } catch (Refused refused) {
            throw refusal(refused, etags);
        }
    }

    private static Refusal refusal(Refused refused, EtagOf etags) {
        return switch (refused) {
            case Refused.Invalid invalid ->
                new Refusal(Problem.INVALID, invalid.why() + " Nothing has changed.")
                        .with("violations", Json.violations(invalid.violations()));
            case Refused.Stale stale -> stale(etags.current(stale.current()));
            case Refused.Unconditional unconditional ->
                new Refusal(
                        Problem.PRECONDITION_REQUIRED,
                        "Send If-Match with the ETag of what you read, or If-Match: * to overwrite whatever there is;"
                                + " to create an object, If-None-Match: *.");
            case Refused.NotFound notFound -> new Refusal(Problem.NOT_FOUND, notFound.why());
            case Refused.Stopping stopping -> new Refusal(Problem.NOT_READY, stopping.why());
            case Refused.Forbidden forbidden -> new Refusal(Problem.FORBIDDEN, forbidden.why());
            case Refused.Unfit unfit -> new Refusal(Problem.CONFLICT, unfit.why());
        };
    }

    private static Refusal stale(String etag) {
        if (etag.isEmpty()) {
            return new Refusal(Problem.STALE, "It is not there. Read again, or send If-None-Match: * to create it.");
        }
        return new Refusal(
                        Problem.STALE,
                        "The current state is " + etag + ". Read it, merge your change, and send its ETag as If-Match.")
                .with("etag", TextNode.valueOf(etag))
                .header("ETag", etag);
    }

    /** Media types of documents. */
    static String[] media() {
        return new String[] {Endpoint.JSON, Endpoint.YAML};
    }
}
