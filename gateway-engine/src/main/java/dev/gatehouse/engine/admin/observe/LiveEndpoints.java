package dev.gatehouse.engine.admin.observe;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.stream.Message;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.EventQuery;
import dev.gatehouse.engine.telemetry.LiveFrame;
import dev.gatehouse.engine.telemetry.Telemetry;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;

/** {@code /live} and {@code /events}: what happens now and has just happened. */
public final class LiveEndpoints {
    /** Room for the whole history and a minute of a reader's pause. */
    private static final int FRAMES = 15 * 60 + 60;

    private static final int EVENTS = 1200;

    private final Telemetry telemetry;
    private final Streams streams;

    /** The endpoints. */
    public LiveEndpoints(Telemetry telemetry, Streams streams) {
        this.telemetry = telemetry;
        this.streams = streams;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(
                Endpoint.get("/live", "Streams one frame a second, after up to 15 minutes of history.")
                        .header("Last-Event-ID", "Continues after this frame.")
                        .answers(200, "Frames.", Shapes.FRAME, Endpoint.EVENTS)
                        .by(this::live),
                Endpoint.get("/events", "Streams what an operator wants to know of, after the latest events.")
                        .header("Last-Event-ID", "Continues after this event.")
                        .answers(200, "Events.", Shapes.EVENT, Endpoint.EVENTS)
                        .by(this::events),
                Endpoint.get("/events/recent", "Lists what happened, newest first: of the latest 1000 events.")
                        .query("kind", Shape.text(), "Only these kinds, with commas between.")
                        .query(
                                "object",
                                Shape.text(),
                                "Only objects with this in their kind and name, written upstream:orders.")
                        .query("since", Shape.time(), "The earliest time.")
                        .query("until", Shape.time(), "The latest time, itself not included.")
                        .query("limit", Shape.integer(), "How many at most, 1 to 1000; 100 without.")
                        .query("cursor", Shape.text(), "The 'next' of an earlier page.")
                        .answers(200, "A page.", Shape.page("EventPage", Shapes.EVENT))
                        .by(this::recent));
    }

    private void live(Context ctx) {
        // A frame's id is its time in milliseconds.
        Instant from = Instant.ofEpochMilli(lastId(ctx) + 1);
        streams.<LiveFrame>write(
                ctx,
                FRAMES,
                consumer -> telemetry.live().subscribe(from, consumer),
                frame -> new Message(String.valueOf(frame.t().toEpochMilli()), frame));
    }

    private void events(Context ctx) {
        long after = lastId(ctx);
        streams.<Event>write(
                ctx,
                EVENTS,
                consumer -> telemetry.events().subscribe(after, consumer),
                event -> new Message(String.valueOf(event.id()), event));
    }

    private void recent(Context ctx) {
        EventQuery query = new EventQuery(
                Query.words(ctx, "kind", Event.Kind.values(), Event.Kind::word),
                Query.text(ctx, "object"),
                Query.text(ctx, "since") == null ? null : Query.time(ctx, "since", Instant.EPOCH),
                Query.text(ctx, "until") == null ? null : Query.time(ctx, "until", Instant.EPOCH),
                before(ctx),
                Query.integer(ctx, "limit", 100, 1, 1000));
        Bodies.answer(ctx, 200, telemetry.events().find(query));
    }

    private static long before(Context ctx) {
        String cursor = Query.text(ctx, "cursor");
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,15}")) {
            throw new Refusal(
                    Problem.BAD_REQUEST,
                    "The parameter cursor is '" + cursor + "'; it has to be the 'next' of an earlier page.");
        }
        return Long.parseLong(cursor);
    }

    private static long lastId(Context ctx) {
        String id = ctx.header("Last-Event-ID");
        return id != null && id.matches("[0-9]{1,15}") ? Long.parseLong(id) : 0;
    }
}
