package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.client.Calls;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import dev.gatehouse.app.table.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call as a row of the table. */
public record CallRow(Call call) {
    /** The columns. What a person may filter by has the name that the gateway's language gives it. */
    static final List<Column<CallRow>> COLUMNS = List.of(
            Column.<CallRow>of(Look.MONO, "time", "traffic.column.time", row -> Times.clock(row.call.time()))
                    .by(row -> row.call.time().toEpochMilli())
                    .tip(row -> Times.precise(row.call.time()))
                    .fit(12),
            Column.<CallRow>of(Look.MONO, "status", "traffic.column.status", CallRow::status)
                    .by(row -> row.call.status())
                    .tone(row -> tone(row.call.status()))
                    .fit(6),
            Column.<CallRow>of(Look.MONO, "method", "traffic.column.method", row -> row.call.method())
                    .tone(row -> "strong")
                    .fit(7),
            Column.<CallRow>of(Look.MONO, "path", "traffic.column.path", CallRow::target)
                    .weight(4),
            Column.<CallRow>of(Look.TEXT, "route", "traffic.column.route", row -> text(row.call.route()))
                    .weight(1.3),
            Column.<CallRow>of(Look.TEXT, "upstream", "traffic.column.upstream", row -> text(row.call.upstream()))
                    .weight(1.3),
            Column.<CallRow>number("dur", "traffic.column.duration", row -> row.call.durationMs(), CallRow::duration)
                    .fit(9),
            Column.<CallRow>of(Look.TEXT, "fault", "traffic.column.fault", row -> text(row.call.fault()))
                    .tip(row -> text(row.call.faultDetail()))
                    .weight(1.4),
            Column.<CallRow>of(Look.ID, "id", "traffic.column.id", row -> row.call.id())
                    .shownOnRequest(),
            Column.<CallRow>of(Look.MONO, "target", "traffic.column.target", row -> text(row.call.target()))
                    .shownOnRequest(),
            Column.<CallRow>of(Look.MONO, "client", "traffic.column.client", row -> row.call.clientAddress())
                    .shownOnRequest(),
            Column.<CallRow>of(Look.TEXT, "listener", "traffic.column.listener", row -> row.call.listener())
                    .shownOnRequest(),
            Column.<CallRow>number(
                            "attempts",
                            "traffic.column.attempts",
                            row -> row.call.attempts(),
                            row -> String.valueOf(row.call.attempts()))
                    .shownOnRequest(),
            Column.<CallRow>number(
                            "revision",
                            "traffic.column.revision",
                            row -> row.call.revision(),
                            row -> String.valueOf(row.call.revision()))
                    .shownOnRequest(),
            Column.<CallRow>number(
                            "in",
                            "traffic.column.in",
                            row -> row.call.requestBytes(),
                            row -> Figures.exact((double) row.call.requestBytes()))
                    .shownOnRequest(),
            Column.<CallRow>number(
                            "out",
                            "traffic.column.out",
                            row -> row.call.responseBytes(),
                            row -> Figures.exact((double) row.call.responseBytes()))
                    .shownOnRequest());

    String id() {
        return call.id();
    }

    /** The status, or a word where the client got none. */
    String status() {
        return call.status() == 0 ? Figures.NONE : String.valueOf(call.status());
    }

    /** Host, path and the names of the query. */
    String target() {
        return call.host() + Calls.target(call);
    }

    String duration() {
        return Figures.milliseconds(call.durationMs());
    }

    /** How it went, for a mark. */
    Status fared() {
        return call.status() == 0 || call.status() >= 500
                ? Status.BAD
                : call.status() >= 400 ? Status.ATTENTION : Status.GOOD;
    }

    /** The style class of a status's colour. */
    static String tone(int status) {
        return status == 0 || status >= 500
                ? "status-5xx"
                : status >= 400 ? "status-4xx" : status >= 300 ? "status-3xx" : "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
