package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import dev.gatehouse.app.text.Texts;
import java.util.List;

/**
 * A revision in the table.
 *
 * @param what it changed, by kind: "2 routes, 1 upstream"; empty while that is not known
 */
record RevisionRow(Revision revision, String what) {
    static final List<Column<RevisionRow>> COLUMNS = List.of(
            Column.<RevisionRow>of(
                            Look.NAME, "revision", "changes.column.revision", row -> String.valueOf(row.number()))
                    .by(RevisionRow::number)
                    .mark(RevisionRow::status)
                    .fit(9),
            Column.<RevisionRow>of(Look.TEXT, "state", "changes.column.state", RevisionRow::state)
                    .weight(0.9),
            Column.<RevisionRow>time(
                            "when", "changes.column.when", row -> row.revision().time())
                    .fit(9),
            Column.<RevisionRow>of(
                            Look.TEXT,
                            "who",
                            "changes.column.who",
                            row -> row.revision().author())
                    .weight(1),
            Column.<RevisionRow>of(Look.TEXT, "what", "changes.column.what", RevisionRow::what)
                    .weight(1.4),
            Column.<RevisionRow>of(
                            Look.TEXT,
                            "why",
                            "changes.column.why",
                            row -> row.revision().message())
                    .weight(2));

    int number() {
        return revision.revision();
    }

    Status status() {
        if (revision.provisional()) {
            return Status.ATTENTION;
        }
        return switch (revision.state()) {
            case "active" -> Status.GOOD;
            case "failed" -> Status.BAD;
            case "pending" -> Status.WAITING;
            default -> Status.OFF;
        };
    }

    String state() {
        if (revision.provisional()) {
            return Texts.get("changes.state.trial");
        }
        return switch (revision.state()) {
            case "active" -> Texts.get("changes.state.active");
            case "failed" -> Texts.get("changes.state.failed");
            case "pending" -> Texts.get("changes.state.pending");
            default -> Texts.get("changes.state.superseded");
        };
    }
}
