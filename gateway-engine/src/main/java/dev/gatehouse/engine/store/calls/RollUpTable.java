package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.telemetry.RollUp;
import dev.gatehouse.engine.telemetry.Tally;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The table of roll-ups: minutes as seconds since 1970, tallies packed. */
final class RollUpTable {
    static final String TABLE = """
        CREATE TABLE IF NOT EXISTS rollup(
          minute BIGINT NOT NULL, kind VARCHAR NOT NULL, name INTEGER NOT NULL, requests BIGINT NOT NULL,
          errors BIGINT NOT NULL, tally BLOB NOT NULL)\
        """;

    private final Dictionary dictionary;

    RollUpTable(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    void append(DuckDBConnection connection, List<RollUp> rollUps) throws SQLException {
        try (DuckDBAppender appender = connection.createAppender("rollup")) {
            for (RollUp rollUp : rollUps) {
                appender.beginRow()
                        .append(rollUp.minute().getEpochSecond())
                        .append(word(rollUp.kind()))
                        .append(dictionary.id(rollUp.name()))
                        .append(rollUp.tally().requests())
                        .append(rollUp.tally().errors())
                        .append(rollUp.tally().encode())
                        .endRow();
            }
        }
    }

    private static String word(RollUp.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    void read(Connection connection, Instant from, Instant to, RollUp.Kind kind, Consumer<RollUp> each)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT minute, name, tally FROM rollup WHERE minute >= ? AND minute < ? AND kind = ?"
                        + " ORDER BY minute")) {
            statement.setLong(1, from.getEpochSecond());
            statement.setLong(2, to.getEpochSecond());
            statement.setString(3, word(kind));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.accept(new RollUp(
                            Instant.ofEpochSecond(rows.getLong(1)),
                            kind,
                            dictionary.need(rows.getInt(2)),
                            Tally.decode(rows.getBytes(3))));
                }
            }
        }
    }
}
