package dev.gatehouse.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/** The database of a data directory, open. */
public final class Store implements AutoCloseable {
    /** The newest migration; where the database has it, Flyway's half second is saved. */
    private static final String NEWEST = "1";

    private static final String MIGRATIONS = "classpath:dev/gatehouse/engine/store/migration";

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Store(HikariDataSource pool) {
        this.pool = pool;
        jdbi = Jdbi.create(pool);
    }

    /**
     * Opens the store, or makes it.
     *
     * @param directory exists, and is this process's alone
     */
    public static Store open(Path directory) throws StoreFailed {
        Path file = directory.resolve("gatehouse.mv.db");
        // Thread interrupts close H2's ordinary files; "async" ones stay open. WRITE_DELAY 0: an acknowledged write is
        // on disk.
        String url = "jdbc:h2:async:" + directory.toAbsolutePath().resolve("gatehouse")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_COMPACT_TIME=500;TRACE_LEVEL_FILE=0";
        HikariDataSource pool = null;
        try {
            if (Files.exists(file) && Files.size(file) == 0) {
                throw new StoreFailed("The store " + file + " is empty, so it has been damaged.", wayOut(file), null);
            }
            migrate(url);
            pool = new HikariDataSource(pool(url));
            return new Store(pool);
        } catch (SQLException | IOException | RuntimeException e) {
            if (pool != null) {
                pool.close();
            }
            throw new StoreFailed("The store " + file + " cannot be opened: " + reason(e) + ".", wayOut(file), e);
        }
    }

    private static void migrate(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            if (newest(connection)) {
                return;
            }
        }
        Flyway.configure()
                .dataSource(url, "sa", "")
                .locations(MIGRATIONS)
                .loggers("slf4j")
                .load()
                .migrate();
    }

    private static boolean newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_name = 'flyway_schema_history'")) {
            if (!found.next() || found.getInt(1) == 0) {
                return false;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet applied = statement.executeQuery("select count(*) from \"flyway_schema_history\""
                        + " where \"success\" and \"version\" = '" + NEWEST + "'")) {
            return applied.next() && applied.getInt(1) == 1;
        }
    }

    private static HikariConfig pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("sa");
        config.setPassword("");
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        return config;
    }

    private static String wayOut(Path file) {
        return "Put back a copy of the data directory. Without one, move " + file.getFileName()
                + " away, start again, and apply your last exported gatehouse.yaml.";
    }

    private static String reason(Exception e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage());
        int line = message.indexOf('\n');
        return line < 0 ? message : message.substring(0, line);
    }

    Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
    }
}
