package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.Call;
import dev.gatehouse.engine.telemetry.CallCursor;
import dev.gatehouse.engine.telemetry.CallPage;
import dev.gatehouse.engine.telemetry.CallQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The table of calls, in the order in which they were written. */
final class CallTable {
    static final String TABLE = """
        CREATE TABLE IF NOT EXISTS calls(
          time_us BIGINT NOT NULL, id_high BIGINT NOT NULL, id_low BIGINT NOT NULL, status SMALLINT NOT NULL,
          duration_us BIGINT NOT NULL, route INTEGER NOT NULL, upstream INTEGER NOT NULL, fault INTEGER NOT NULL,
          host VARCHAR NOT NULL, path VARCHAR NOT NULL, request_id VARCHAR NOT NULL, detail BLOB NOT NULL)\
        """;

    private static final String COLUMNS =
            "time_us, id_high, id_low, status, duration_us, route, upstream, fault, host, path, request_id, detail";
    private static final double MICROS_PER_MILLI = 1e3;

    private final Dictionary dictionary;
    private final Detail detail;

    CallTable(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.detail = new Detail(dictionary);
    }

    void append(DuckDBConnection connection, List<Call> calls) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("calls")) {
            for (Call call : calls) {
                CallId id = id(call.id());
                appender.beginRow()
                        .append(ChronoUnit.MICROS.between(Instant.EPOCH, call.time()))
                        .append(sortable(id.high()))
                        .append(sortable(id.low()))
                        .append((short) call.status())
                        .append(Math.round(call.durationMs() * MICROS_PER_MILLI))
                        .append(dictionary.id(call.route()))
                        .append(dictionary.id(call.upstream()))
                        .append(dictionary.id(call.fault()))
                        .append(call.host())
                        .append(call.path())
                        .append(call.requestId())
                        .append(detail.pack(call))
                        .endRow();
            }
        }
    }

    private static CallId id(String text) {
        CallId id = CallId.parse(text);
        if (id == null) {
            throw new IllegalArgumentException("Not the id of a call: " + text);
        }
        return id;
    }

    /** Ids order as text does: without sign. */
    private static long sortable(long half) {
        return half ^ Long.MIN_VALUE;
    }

    CallPage find(Connection connection, CallQuery query) throws SQLException {
        StringBuilder where = new StringBuilder("status BETWEEN ? AND ? AND duration_us >= ?");
        List<Object> values = new ArrayList<>();
        values.add(query.minStatus());
        values.add(query.maxStatus());
        values.add(query.minDuration().toNanos() / 1000);
        if (query.route() != null) {
            where.append(" AND route IN (SELECT id FROM dictionary WHERE text = ?)");
            values.add(query.route());
        }
        String text = query.text();
        if (text != null && !text.isEmpty()) {
            addText(where, values, text.toLowerCase(Locale.ROOT));
        }
        CallCursor before = CallCursor.parse(query.before());
        if (before != null) {
            CallId id = id(before.id());
            where.append(" AND (time_us, id_high, id_low) < (?, ?, ?)");
            values.add(before.micros());
            values.add(sortable(id.high()));
            values.add(sortable(id.low()));
        }
        String sql = "SELECT " + COLUMNS + " FROM calls WHERE " + where
                + " ORDER BY time_us DESC, id_high DESC, id_low DESC LIMIT " + (query.limit() + 1);
        List<Call> found = read(connection, sql, values);
        boolean more = found.size() > query.limit();
        List<Call> page = more ? found.subList(0, query.limit()) : found;
        return new CallPage(page, more ? CallCursor.of(page.getLast()).text() : null);
    }

    private static void addText(StringBuilder where, List<Object> values, String text) {
        where.append("""
            AND (contains(lower(path), ?) OR contains(lower(host), ?) OR contains(lower(request_id), ?)
            OR route IN (SELECT id FROM dictionary WHERE contains(lower(text), ?))
            OR upstream IN (SELECT id FROM dictionary WHERE contains(lower(text), ?))
            OR fault IN (SELECT id FROM dictionary WHERE contains(lower(text), ?))\
            """);
        for (int i = 0; i < 6; i++) {
            values.add(text);
        }
        CallId id = CallId.parse(text);
        if (id != null) {
            where.append(" OR (id_high = ? AND id_low = ?)");
            values.add(sortable(id.high()));
            values.add(sortable(id.low()));
        }
        where.append(")");
    }

    @Nullable
    Call byId(Connection connection, CallId id) throws SQLException {
        List<Call> found = read(
                connection,
                "SELECT " + COLUMNS + " FROM calls WHERE id_high = ? AND id_low = ? LIMIT 1",
                List.of(sortable(id.high()), sortable(id.low())));
        return found.isEmpty() ? null : found.getFirst();
    }

    private List<Call> read(Connection connection, String sql, List<Object> values) throws SQLException {
        List<Call> calls = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    calls.add(call(rows));
                }
            }
        }
        return calls;
    }

    private Call call(ResultSet rows) throws SQLException {
        CallRow row = new CallRow(
                CallId.text(sortable(rows.getLong(2)), sortable(rows.getLong(3))),
                Instant.EPOCH.plus(rows.getLong(1), ChronoUnit.MICROS),
                rows.getInt(4),
                rows.getLong(5),
                rows.getInt(6),
                rows.getInt(7),
                rows.getInt(8),
                rows.getString(9),
                rows.getString(10),
                rows.getString(11));
        return detail.unpack(row, rows.getBytes(12));
    }
}
