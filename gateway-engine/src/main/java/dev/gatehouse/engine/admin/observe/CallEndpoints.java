package dev.gatehouse.engine.admin.observe;

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
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /calls}: the recorded calls, one of them, and those that end now. */
public final class CallEndpoints {
    private static final Pattern STATUS = Pattern.compile("([1-5])xx|([0-9]{1,3})(?:-([0-9]{1,3}))?");
    private static final int FRAMES = 50;

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
        return endpoint.query("q", Shape.text(), "What occurs in id, host, path, route, upstream, fault or request id.")
                .query("route", Shape.text(), "The route's full name.")
                .query("status", Shape.text(), "A status, a range or a class: 404, 500-503, 5xx.")
                .query("minDuration", Shape.text(), "The shortest duration, such as 250ms.");
    }

    private void find(Context ctx) throws IOException {
        Bodies.answer(ctx, 200, telemetry.calls().find(query(ctx)));
    }

    private void tail(Context ctx) {
        AtomicLong id = new AtomicLong();
        CallQuery query = query(ctx);
        streams.<TailFrame>write(
                ctx,
                FRAMES,
                consumer -> telemetry.calls().tail(query, consumer),
                frame -> new Message(String.valueOf(id.incrementAndGet()), frame));
    }

    private void byId(Context ctx) throws IOException {
        Call call = telemetry.calls().byId(ctx.pathParam("id"));
        if (call == null) {
            throw new Refusal(
                    Problem.NOT_FOUND,
                    "There is no call with this id; it may be too old, or was too fast to record. Look in /calls.");
        }
        Bodies.answer(ctx, 200, call);
    }

    private static CallQuery query(Context ctx) {
        int min = 0;
        int max = 999;
        String status = Query.text(ctx, "status");
        if (status != null) {
            Matcher matcher = STATUS.matcher(status);
            if (!matcher.matches()) {
                throw new Refusal(Problem.BAD_REQUEST, "The parameter status has to be like 404, 500-503 or 5xx.");
            }
            if (matcher.group(1) != null) {
                min = Integer.parseInt(matcher.group(1)) * 100;
                max = min + 99;
            } else {
                min = Integer.parseInt(matcher.group(2));
                max = matcher.group(3) == null ? min : Integer.parseInt(matcher.group(3));
            }
        }
        return new CallQuery(
                Query.text(ctx, "route"),
                min,
                max,
                Query.duration(ctx, "minDuration", Duration.ZERO),
                Query.text(ctx, "q"),
                Query.text(ctx, "cursor"),
                Query.integer(ctx, "limit", 50, 1, CallQuery.MAX_LIMIT));
    }
}
