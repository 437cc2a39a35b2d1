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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The table of calls, in the order in which they were written. */
final class CallTable {
    private static final int DETAIL = 22;
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
                        .append(call.attempts())
                        .append(call.revision())
                        .append(call.requestBytes())
                        .append(call.responseBytes())
                        .append(dictionary.id(call.route()))
                        .append(dictionary.id(call.upstream()))
                        .append(dictionary.id(call.target()))
                        .append(dictionary.id(call.fault()))
                        .append(dictionary.id(call.listener()))
                        .append(dictionary.id(call.scheme()))
                        .append(dictionary.id(call.protocol()))
                        .append(call.method())
                        .append(call.host())
                        .append(call.path())
                        .append(call.clientAddress())
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
    static long sortable(long half) {
        return half ^ Long.MIN_VALUE;
    }

    CallPage find(Connection connection, CallQuery query) throws SQLException {
        FilterSql sql = new FilterSql(query.filter());
        if (query.from() != null) {
            sql.and("time_us >= ?", micros(query.from()));
        }
        if (query.to() != null) {
            sql.and("time_us < ?", micros(query.to()));
        }
        CallCursor before = CallCursor.parse(query.before());
        if (before != null) {
            CallId id = id(before.id());
            sql.and("(time_us, id_high, id_low) < (?, ?, ?)", before.micros(), sortable(id.high()), sortable(id.low()));
        }
        List<Call> found = read(
                connection,
                "SELECT " + CallColumns.ALL + " FROM calls WHERE " + sql.where()
                        + " ORDER BY time_us DESC, id_high DESC, id_low DESC LIMIT " + (query.limit() + 1),
                sql.values());
        boolean more = found.size() > query.limit();
        List<Call> page = more ? found.subList(0, query.limit()) : found;
        return new CallPage(page, more ? CallCursor.of(page.getLast()).text() : null);
    }

    /** Rounded up, as a time between two microseconds is after the first. */
    private static long micros(Instant time) {
        Instant most = Instant.EPOCH.plus(Long.MAX_VALUE / 2, ChronoUnit.MICROS);
        Instant bounded = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time.isAfter(most) ? most : time;
        return ChronoUnit.MICROS.between(Instant.EPOCH, bounded.plusNanos(999));
    }

    @Nullable
    Call byId(Connection connection, CallId id) throws SQLException {
        List<Call> found = read(
                connection,
                "SELECT " + CallColumns.ALL + " FROM calls WHERE id_high = ? AND id_low = ? LIMIT 1",
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
                    calls.add(detail.unpack(CallRow.of(rows), rows.getBytes(DETAIL)));
                }
            }
        }
        return calls;
    }
}
