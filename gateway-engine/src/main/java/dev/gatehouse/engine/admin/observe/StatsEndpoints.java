package dev.gatehouse.engine.admin.observe;

import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Query;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.telemetry.Stats;
import dev.gatehouse.engine.telemetry.Telemetry;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /stats} and {@code /metrics}: numbers about the traffic. */
public final class StatsEndpoints {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Telemetry telemetry;
    private final InstantSource clock;
    private final boolean openMetrics;

    /**
     * The endpoints.
     *
     * @param openMetrics true if {@code /metrics} asks for no token
     */
    public StatsEndpoints(Telemetry telemetry, InstantSource clock, boolean openMetrics) {
        this.telemetry = telemetry;
        this.clock = clock;
        this.openMetrics = openMetrics;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        Endpoint.Declared metrics = Endpoint.get("/metrics", "All counters as Prometheus text.")
                .answers(200, "Prometheus text, version 0.0.4.", PROMETHEUS);
        return List.of(
                Endpoint.get("/stats", "Requests, errors and latencies over a span of time.")
                        .query("from", Shape.time(), "The start; 15 minutes before 'to' without.")
                        .query("to", Shape.time(), "The end, exclusive; now without.")
                        .query("step", Shape.text(), "Time between points, such as 10s; a 60th of the span without.")
                        .query("by", Shape.text(), "What series are separated by: none, route or upstream.")
                        .answers(200, "The series.", Shapes.STATS)
                        .by(this::stats),
                (openMetrics ? metrics.open() : metrics)
                        .by(ctx -> ctx.contentType(PROMETHEUS).result(telemetry.prometheus())));
    }

    private void stats(Context ctx) throws IOException {
        Instant to = Query.time(ctx, "to", clock.instant());
        Instant from = Query.time(ctx, "from", to.minus(Duration.ofMinutes(15)));
        if (!from.isBefore(to)) {
            throw new Refusal(Problem.BAD_REQUEST, "The parameter from has to be before to.");
        }
        Duration span = Duration.between(from, to);
        Duration step = Query.duration(ctx, "step", Duration.ofSeconds(Math.max(1, span.toSeconds() / 60)));
        if (step.toSeconds() < 1 || span.dividedBy(step) > 10_000) {
            throw new Refusal(
                    Problem.BAD_REQUEST, "The parameter step has to be at least 1s and give at most 10000 points.");
        }
        Bodies.answer(ctx, 200, telemetry.stats(from, to, step, by(Query.text(ctx, "by"))));
    }

    private static Stats.By by(@Nullable String name) {
        return switch (name == null ? "none" : name) {
            case "none" -> Stats.By.NONE;
            case "route" -> Stats.By.ROUTE;
            case "upstream" -> Stats.By.UPSTREAM;
            default -> throw new Refusal(Problem.BAD_REQUEST, "The parameter by has to be none, route or upstream.");
        };
    }
}
