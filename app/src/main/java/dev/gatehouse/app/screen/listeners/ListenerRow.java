package dev.gatehouse.app.screen.listeners;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import java.util.List;

/**
 * A listener in the list.
 *
 * @param change what the draft does to it, in a word; empty for nothing
 * @param configured address and port as in the draft
 * @param bound where clients reach it; empty if it is not bound
 * @param limits those that differ from the defaults, in words; empty for none
 */
record ListenerRow(
        String name,
        Status status,
        String state,
        String change,
        String configured,
        String bound,
        String role,
        List<Limit> limits) {
    /** A limit as it is written. */
    record Limit(String name, String value) {}

    static final List<Column<ListenerRow>> COLUMNS = List.of(
            Column.<ListenerRow>of(Look.NAME, "name", "listeners.column.name", ListenerRow::name)
                    .mark(ListenerRow::status)
                    .weight(1.5),
            Column.<ListenerRow>of(Look.TEXT, "state", "listeners.column.state", ListenerRow::state),
            Column.<ListenerRow>of(Look.TEXT, "draft", "listeners.column.draft", ListenerRow::change),
            Column.<ListenerRow>of(Look.MONO, "address", "listeners.column.configured", ListenerRow::configured)
                    .weight(1.5),
            Column.<ListenerRow>of(Look.MONO, "bound", "listeners.column.bound", ListenerRow::bound)
                    .weight(2),
            Column.<ListenerRow>of(Look.TEXT, "role", "listeners.column.role", ListenerRow::role),
            Column.<ListenerRow>number(
                    "limits",
                    "listeners.column.limits",
                    row -> row.limits().size(),
                    row -> row.limits().isEmpty()
                            ? ""
                            : String.valueOf(row.limits().size())));
}
