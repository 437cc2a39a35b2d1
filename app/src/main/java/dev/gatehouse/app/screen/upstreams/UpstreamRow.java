package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import dev.gatehouse.app.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upstream in the list.
 *
 * @param change what the draft does to it, in a word; empty for nothing
 * @param pool the use of its connections; null if the gateway says nothing of it
 * @param retries the use of its retry budget; null if it has none
 * @param circuit its circuit breaker; null if it has none
 * @param source where the draft says that targets are found; empty for nowhere
 * @param discovery how the gateway finds them; null if it does not
 */
record UpstreamRow(
        String name,
        Status status,
        String state,
        String change,
        List<TargetRow> targets,
        Pace pace,
        long inFlight,
        LiveFrame.@Nullable Pool pool,
        LiveFrame.@Nullable Retries retries,
        LiveFrame.@Nullable Circuit circuit,
        String source,
        @Nullable Discovery discovery) {
    static final List<Column<UpstreamRow>> COLUMNS = List.of(
            Column.<UpstreamRow>of(Look.NAME, "name", "upstreams.column.name", UpstreamRow::name)
                    .mark(UpstreamRow::status)
                    .weight(2),
            Column.<UpstreamRow>of(Look.TEXT, "state", "upstreams.column.state", UpstreamRow::state)
                    .weight(1.6),
            Column.<UpstreamRow>of(Look.TEXT, "draft", "upstreams.column.draft", UpstreamRow::change)
                    .weight(1),
            Column.<UpstreamRow>number(
                            "targets",
                            "upstreams.column.targets",
                            row -> row.targets().size(),
                            UpstreamRow::targetsUp)
                    .weight(1),
            Column.<UpstreamRow>number(
                            "rate",
                            "upstreams.column.rate",
                            row -> row.pace().rate(),
                            row -> Figures.rate(row.pace().rate()))
                    .fit(10),
            Column.<UpstreamRow>number(
                            "p95",
                            "upstreams.column.p95",
                            row -> row.pace().p95(),
                            row -> Figures.milliseconds(row.pace().p95()))
                    .fit(9),
            Column.<UpstreamRow>number(
                            "errors",
                            "upstreams.column.errors",
                            row -> row.pace().errors(),
                            row -> Figures.percent(row.pace().errors()))
                    .fit(8),
            Column.<UpstreamRow>number(
                            "inflight",
                            "upstreams.column.in-flight",
                            row -> row.inFlight(),
                            row -> Figures.count((double) row.inFlight()))
                    .fit(9),
            Column.<UpstreamRow>number("pool", "upstreams.column.pool", UpstreamRow::used, UpstreamRow::poolWords)
                    .weight(1.2));

    private String targetsUp() {
        long down = targets.stream().filter(TargetRow::isOut).count();
        return Texts.get("upstreams.targets.up", targets.size() - down, targets.size());
    }

    private double used() {
        LiveFrame.Pool use = pool;
        return use == null || use.limit() == 0 ? Double.NaN : (double) use.connections() / use.limit();
    }

    /** Those that the configuration names, the draft's and those that still run. */
    List<TargetRow> configured() {
        return targets.stream().filter(target -> !target.found()).toList();
    }

    /** Those that discovery has found. */
    List<TargetRow> found() {
        return targets.stream().filter(TargetRow::found).toList();
    }

    /** Where targets are found, by the gateway and, if it does something else, by the draft; empty for nowhere. */
    String sourceWords() {
        String runs = discovery == null ? "" : discovery.source();
        if (runs.equals(source)) {
            return runs;
        }
        return source.isEmpty()
                ? Texts.get("upstreams.source.removed", runs)
                : Texts.get("upstreams.source.pending", source);
    }

    /** How many of how many retries are used up, and how many were not made; empty if it does not retry. */
    String retryWords() {
        LiveFrame.Retries use = retries;
        return use == null
                ? ""
                : Texts.get(
                        "upstreams.retries",
                        use.used(),
                        use.limit(),
                        Figures.exact((double) use.total()),
                        Figures.exact((double) use.refused()));
    }

    /** The state of the circuit and why; empty if it has no breaker. */
    String circuitWords() {
        LiveFrame.Circuit now = circuit;
        if (now == null) {
            return "";
        }
        String reason = now.reason() == null ? "" : now.reason();
        return switch (now.state()) {
            case "open" -> Texts.get("upstreams.circuit.open", reason);
            case "half-open" -> Texts.get("upstreams.circuit.half-open", reason);
            default -> Texts.get("upstreams.circuit.closed", now.attempts(), now.failed(), now.slow());
        };
    }

    /** How many of how many connections are in use, and who waits. */
    String poolWords() {
        LiveFrame.Pool use = pool;
        if (use == null) {
            return "";
        }
        return use.waiting() == 0
                ? Texts.get("upstreams.pool", use.connections(), use.limit())
                : Texts.get("upstreams.pool.waiting", use.connections(), use.limit(), use.waiting());
    }

    /** Whether the limit follows the answers, and what found no room; empty if there is nothing to say. */
    String roomWords() {
        LiveFrame.Pool use = pool;
        if (use == null || !use.adaptive() && use.refused() == 0) {
            return "";
        }
        String refused = Figures.exact((double) use.refused());
        return use.adaptive()
                ? Texts.get("upstreams.room.adaptive", use.limit(), refused)
                : Texts.get("upstreams.room.refused", refused);
    }
}
