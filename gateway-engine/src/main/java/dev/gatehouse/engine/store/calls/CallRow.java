package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.exchange.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The columns of a call but the last; those that hold texts of the dictionary are its numbers. */
record CallRow(
        String id,
        Instant time,
        int status,
        long durationMicros,
        int attempts,
        int revision,
        long requestBytes,
        long responseBytes,
        int route,
        int upstream,
        int target,
        int fault,
        int listener,
        int scheme,
        int protocol,
        String method,
        String host,
        String path,
        String client,
        String requestId) {
    /** The row at which a result of {@link CallColumns#ALL} stands. */
    static CallRow of(ResultSet rows) throws SQLException {
        return new CallRow(
                CallId.text(CallTable.sortable(rows.getLong(2)), CallTable.sortable(rows.getLong(3))),
                Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS),
                rows.getInt(4),
                rows.getLong(5),
                rows.getInt(6),
                rows.getInt(7),
                rows.getLong(8),
                rows.getLong(9),
                rows.getInt(10),
                rows.getInt(11),
                rows.getInt(12),
                rows.getInt(13),
                rows.getInt(14),
                rows.getInt(15),
                rows.getInt(16),
                rows.getString(17),
                rows.getString(18),
                rows.getString(19),
                rows.getString(20),
                rows.getString(21));
    }
}
