package dev.gatehouse.engine.admin.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Endpoint.Declared;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.stream.Message;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.telemetry.Call;
import dev.gatehouse.engine.telemetry.CallQuery;
import dev.gatehouse.engine.telemetry.TailFrame;
import dev.gatehouse.engine.telemetry.Telemetry;
import dev.gatehouse.engine.telemetry.filter.BadFilter;
import dev.gatehouse.engine.telemetry.filter.CallField;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import dev.gatehouse.engine.telemetry.filter.Span;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** {@code /calls}: the recorded calls, one of them, and those that end now. */
public final class CallEndpoints {
    /** Two seconds' frames: each may hold hundreds of calls. */
    private static final int FRAMES = 20;

    private final Telemetry telemetry;
    private final Streams streams;

    /** The endpoints. */
    public CallEndpoints(Telemetry telemetry, Streams streams) {
        this.telemetry = telemetry;
        this.streams = streams;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                filter(Endpoint.get("/calls", "Finds recorded calls, newest first."))
                        .query("limit", Shape.integer(), "How many at most, 1 to 1000; 50 without.")
                        .query("from", Shape.time(), "The earliest time.")
                        .query("to", Shape.time(), "The latest time, itself not included.")
                        .query("cursor", Shape.text(), "The 'next' of an earlier page.")
                        .answers(200, "A page.", Shape.page("CallPage", Shapes.CALL))
                        .by(this::find),
                filter(Endpoint.get("/calls/tail", "Streams calls as they end, at most ten frames a second."))
                        .answers(200, "Frames.", Shapes.TAIL, Endpoint.EVENTS)
                        .by(this::tail),
                Endpoint.get("/calls/{id}", "Reads one call with its decision record.")
                        .in("id", Shape.text(), "The call's id, also the 'instance' of a problem that a client got.")
                        .answers(200, "The call.", Shapes.CALL)
                        .by(this::byId));
    }

    private static Declared filter(Declared endpoint) {
        return endpoint.query(
                        "q",
                        Shape.text(),
                        "Terms between blanks, all of which hold: status>=500, status:5xx, dur>200ms, path:/shop/*,"
                                + " fault:* (any), route:- (none), -method:GET (not), status:404,502 (or); a word alone"
                                + " is looked for in host, path, route, upstream, fault and request id. Fields: "
                                + String.join(", ", CallField.words()) + ".")
                .query("route", Shape.text(), "As route: in q.")
                .query("status", Shape.text(), "As status: in q.")
                .query("minDuration", Shape.text(), "The shortest duration, such as 250ms.");
    }

    private void find(Context ctx) {
        CallQuery query = new CallQuery(
                filter(ctx),
                Query.text(ctx, "from") == null ? null : Query.time(ctx, "from", Instant.EPOCH),
                Query.text(ctx, "to") == null ? null : Query.time(ctx, "to", Instant.EPOCH),
                Query.text(ctx, "cursor"),
                Query.integer(ctx, "limit", 50, 1, CallQuery.MAX_LIMIT));
        Bodies.answer(ctx, 200, telemetry.calls().find(query));
    }

    private void tail(Context ctx) {
        AtomicLong id = new AtomicLong();
        CallFilter filter = filter(ctx);
        streams.<TailFrame>write(
                ctx,
                FRAMES,
                consumer -> telemetry.calls().tail(filter, consumer),
                frame -> new Message(String.valueOf(id.incrementAndGet()), frame));
    }

    private void byId(Context ctx) {
        Call call = telemetry.calls().byId(ctx.pathParam("id"));
        if (call == null) {
            throw new Refusal(
                    Problem.NOT_FOUND,
                    "There is no call with this id; it may be too old, or was too fast to record. Look in /calls.");
        }
        Bodies.answer(ctx, 200, call);
    }

    private static CallFilter filter(Context ctx) {
        CallFilter filter = parameter(ctx, "q", CallFilter::parse)
                .and(parameter(ctx, "route", text -> CallFilter.of(CallField.ROUTE, text)))
                .and(parameter(ctx, "status", text -> CallFilter.of(CallField.STATUS, text)));
        Duration least = Query.duration(ctx, "minDuration", Duration.ZERO);
        return least.isZero()
                ? filter
                : filter.and(CallFilter.of(
                        CallField.DURATION,
                        new Span(TimeUnit.MILLISECONDS.toMicros(least.toMillis()), Long.MAX_VALUE)));
    }

    /** How the text of a parameter becomes a filter. */
    private interface Reading {
        CallFilter of(String text) throws BadFilter;
    }

    private static CallFilter parameter(Context ctx, String name, Reading reading) {
        String text = ctx.queryParam(name);
        try {
            return text == null ? CallFilter.ANY : reading.of(name.equals("q") ? text : text.strip());
        } catch (BadFilter e) {
            ArrayNode fields = JsonNodeFactory.instance.arrayNode();
            CallField.words().forEach(fields::add);
            throw new Refusal(Problem.BAD_REQUEST, "The parameter " + name + " cannot be read. " + e.getMessage())
                    .with("parameter", TextNode.valueOf(name))
                    .with("term", TextNode.valueOf(e.term()))
                    .with("column", IntNode.valueOf(e.column()))
                    .with("fields", fields);
        }
    }
}
