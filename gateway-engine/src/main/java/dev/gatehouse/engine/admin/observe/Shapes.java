package dev.gatehouse.engine.admin.observe;

import static dev.gatehouse.engine.admin.endpoint.Shape.flag;
import static dev.gatehouse.engine.admin.endpoint.Shape.integer;
import static dev.gatehouse.engine.admin.endpoint.Shape.listOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.mapOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.number;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;
import static dev.gatehouse.engine.admin.endpoint.Shape.time;

import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.force.ForceEndpoints;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.EventObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The shapes of observations; {@code telemetry} has the records behind them. */
final class Shapes {
    private static final Shape POOL = object("PoolUse")
            .with("connections", integer().about("In use by requests."))
            .with("limit", integer())
            .with("waiting", integer().about("Requests that wait for a connection."))
            .with("pendingLimit", integer())
            .with("adaptive", flag().about("Whether the limit follows how long answers take."))
            .with("refused", integer().about("Requests since the start that could not wait or waited too long."));

    private static final Shape MISS = object("Miss")
            .with("route", text())
            .with("failed", text())
            .with("saw", text())
            .with("wanted", text());

    static final Shape CALL = object("Call")
            .with("id", text())
            .with("time", time())
            .with("method", text())
            .with("scheme", text())
            .with("host", text())
            .with("path", text())
            .with("query", text())
            .with("status", integer().about("The status sent to the client; 0 if none was."))
            .may("fault", text())
            .may("faultDetail", text())
            .may("route", text())
            .may("application", text())
            .may("tenant", text())
            .may("upstream", text())
            .may("target", text())
            .with("attempts", integer())
            .with("durationMs", number())
            .with("timeline", listOf(object("Mark").with("at", number()).with("event", text())))
            .with(
                    "steps",
                    listOf(object("Step")
                            .with("policy", text())
                            .with("verdict", text())
                            .may("saw", text())
                            .may("wanted", text())
                            .with("micros", number())))
            .with("misses", listOf(MISS))
            .with(
                    "retried",
                    listOf(object("Retried")
                                    .with("target", text())
                                    .with("outcome", text().about("The fault's code, or the target's status."))
                                    .with("at", number()))
                            .about("Attempts that failed and were followed by another."))
            .with("revision", integer())
            .with("listener", text())
            .with("protocol", text())
            .with("clientAddress", text())
            .with("requestBytes", integer())
            .with("responseBytes", integer())
            .with("requestId", text());

    static final Shape TAIL = object("TailFrame")
            .with("calls", listOf(CALL))
            .with("dropped", integer().about("How many more matched and were left out."));

    private static final Shape RETRIES = object("RetryUse")
            .with("used", integer().about("Retries of the last ten seconds."))
            .with("limit", integer().about("The most in that time."))
            .with("total", integer())
            .with("refused", integer().about("How often the budget allowed none."));
    private static final Shape CIRCUIT = object("CircuitUse")
            .with("state", text().about("closed, open or half-open"))
            .with("attempts", integer().about("Attempts in the window, while it is closed."))
            .with("failed", integer())
            .with("slow", integer())
            .may("reason", text().about("Why it is not closed."));

    private static final Shape DISCOVERY = object("DiscoveryUse")
            .with("source", text())
            .with("found", integer().about("Targets of the last good answer."))
            .may("problem", text().about("Why the last look brought nothing."));

    private static final Shape TARGET = object("TargetTraffic")
            .with("address", text())
            .with("health", text().about("unknown, up or down"))
            .may("reason", text().about("Why it takes no requests, where the upstream watches over health."))
            .with("weight", integer())
            .with("drained", flag().about("Takes no new requests."))
            .may("found", flag().about("Found by discovery; left out of one that is configured."))
            .may("forced", ForceEndpoints.FORCED)
            .with("requests", integer())
            .with("errors", integer())
            .with("inFlight", integer())
            .with("p50", number().orNull())
            .with("p95", number().orNull())
            .with("p99", number().orNull());

    static final Shape FRAME = object("LiveFrame")
            .with("t", time())
            .with("revision", integer())
            .with("total", traffic("Total"))
            .with("routes", listOf(traffic("RouteTraffic").with("name", text())))
            .with(
                    "upstreams",
                    listOf(traffic("UpstreamTraffic")
                            .with("name", text())
                            .with("targets", listOf(TARGET).about("At most 200 of all upstreams of a frame."))
                            .may("pool", POOL)
                            .may("retries", RETRIES)
                            .may("circuit", CIRCUIT)
                            .may("discovery", DISCOVERY)))
            .with("dropped", integer())
            .with("waiting", object("Waiting").with("subscriptions", integer()));

    static final Shape EVENT = object("Event")
            .with("id", integer())
            .with("time", time())
            .with("kind", text().among(words(Event.Kind.values(), Event.Kind::word)))
            .with("severity", text().among(words(Event.Severity.values(), Event.Severity::word)))
            .with(
                    "object",
                    object("EventObject")
                            .with("kind", text().among(words(EventObject.Kind.values(), EventObject.Kind::word)))
                            .with(
                                    "name",
                                    text().about("The full name; of a target, its upstream's, a blank and its"
                                            + " address.")))
            .with("subject", text().about("The object's name."))
            .with("message", text().about("A sentence."))
            .may("reason", text().about("Why it came about, as the end of a sentence."));

    private static final Shape POINT = object("Point")
            .with("t", time())
            .with("requests", integer())
            .with("errors", integer())
            .with("byClass", mapOf(integer()))
            .with("inFlight", integer())
            .with("p50", number().orNull())
            .with("p95", number().orNull())
            .with("p99", number().orNull());

    static final Shape STATS = object("Stats")
            .with("from", time())
            .with("to", time())
            .with("step", integer().about("Seconds between points."))
            .with(
                    "series",
                    listOf(object("Series")
                            .with("by", mapOf(text()))
                            .with("points", listOf(POINT))
                            .with("whole", POINT)));

    private Shapes() {}

    private static <E> List<String> words(E[] values, Function<E, String> word) {
        return Stream.of(values).map(word).toList();
    }

    private static Shape traffic(String name) {
        return object(name)
                .with("requests", integer())
                .with("errors", integer())
                .with("byClass", mapOf(integer()))
                .with("inFlight", integer())
                .with("p50", number().orNull())
                .with("p95", number().orNull())
                .with("p99", number().orNull());
    }
}
