package dev.gatehouse.engine.store.calls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/** The open file: its connection, its tables, and how much it holds. */
final class CallDatabase implements AutoCloseable {
    /** Raised when the tables change; a file of another version is moved aside as a damaged one is. */
    private static final int VERSION = 2;

    final DuckDBConnection connection;
    final Dictionary dictionary;
    final CallTable calls;
    final RollUpTable rollUps;
    private final Path file;

    private CallDatabase(Path file, DuckDBConnection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS format(version INTEGER NOT NULL)");
            statement.execute("INSERT INTO format SELECT " + VERSION + " WHERE NOT EXISTS (FROM format)");
            try (ResultSet rows = statement.executeQuery("SELECT max(version) FROM format")) {
                if (!rows.next() || rows.getInt(1) != VERSION) {
                    throw new SQLException("The file is of another version of Gatehouse");
                }
            }
            statement.execute(Dictionary.TABLE);
            statement.execute(CallColumns.TABLE);
            statement.execute(RollUpTable.TABLE);
        }
        dictionary = new Dictionary(connection);
        calls = new CallTable(dictionary);
        rollUps = new RollUpTable(dictionary);
        connection.setAutoCommit(false);
    }

    static CallDatabase open(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1"); // a query must not take the loops' cores
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("autoinstall_known_extensions", "false"); // nothing is ever fetched
        settings.setProperty("autoload_known_extensions", "false");
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:" + file, settings).unwrap(DuckDBConnection.class);
        try {
            return new CallDatabase(file, connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection of its own for one query. */
    Connection reader() throws SQLException {
        return connection.duplicate();
    }

    /** Writes what is new into the file proper, so that the space of deleted rows can be used again. */
    void checkpoint() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } finally {
            connection.setAutoCommit(false);
        }
    }

    /** Bytes in use, in the file and in its log. */
    long used() throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CAST(block_size * used_blocks AS BIGINT) FROM pragma_database_size()")) {
            rows.next();
            Path log = file.resolveSibling(file.getFileName() + ".wal");
            return rows.getLong(1) + (Files.exists(log) ? Files.size(log) : 0);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
