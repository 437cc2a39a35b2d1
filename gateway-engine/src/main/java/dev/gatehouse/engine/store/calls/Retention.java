package dev.gatehouse.engine.store.calls;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Deletes what is too old, and the oldest when it is too much. */
final class Retention {
    /** From which share of the limit on calls are deleted, and down to which. */
    private static final double HIGH = 0.9;

    private static final double LOW = 0.7;
    private static final int ROUNDS = 4;

    private final CallStoreLimits limits;

    Retention(CallStoreLimits limits) {
        this.limits = limits;
    }

    void tidy(CallDatabase database, Instant now) throws SQLException, IOException {
        long oldCalls = TimeUnit.SECONDS.toMicros(now.minus(limits.calls()).getEpochSecond());
        delete(database, "DELETE FROM calls WHERE time_us < ?", oldCalls);
        delete(
                database,
                "DELETE FROM rollup WHERE minute < ?",
                now.minus(limits.rollUps()).getEpochSecond());
        database.connection.commit();
        if (database.used() <= limits.bytes() * HIGH) {
            return;
        }
        database.checkpoint(); // what is only in the log may be smaller in the file
        for (int i = 0; i < ROUNDS && database.used() > limits.bytes() * LOW; i++) {
            double share = 1 - limits.bytes() * LOW / database.used();
            if (!deleteOldest(database, "calls", "time_us", share)
                    && !deleteOldest(database, "rollup", "minute", share)) {
                return;
            }
            database.checkpoint();
        }
    }

    private static boolean deleteOldest(CallDatabase database, String table, String column, double share)
            throws SQLException {
        String sql = "SELECT count(*), approx_quantile(" + column + ", " + share + ") FROM " + table;
        long upTo;
        try (PreparedStatement query = database.connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            if (rows.getLong(1) == 0) {
                return false;
            }
            upTo = rows.getLong(2);
        }
        delete(database, "DELETE FROM " + table + " WHERE " + column + " <= ?", upTo);
        database.connection.commit();
        return true;
    }

    private static void delete(CallDatabase database, String sql, long bound) throws SQLException {
        try (PreparedStatement statement = database.connection.prepareStatement(sql)) {
            statement.setLong(1, bound);
            statement.executeUpdate();
        }
    }
}
