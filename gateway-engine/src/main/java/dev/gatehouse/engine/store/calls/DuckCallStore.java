package dev.gatehouse.engine.store.calls;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.telemetry.Call;
import dev.gatehouse.engine.telemetry.CallPage;
import dev.gatehouse.engine.telemetry.CallQuery;
import dev.gatehouse.engine.telemetry.CallStore;
import dev.gatehouse.engine.telemetry.RollUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of calls in a DuckDB file. Never in the way: a damaged file is moved aside with a warning and a new one is
 * begun, at the start as well as later.
 */
public final class DuckCallStore implements CallStore {
    private static final Logger LOG = LoggerFactory.getLogger(DuckCallStore.class);

    private final Path file;
    private final Retention retention;

    /** Shared by queries and batches, exclusive for tidying and for changing the file under them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private CallDatabase database;
    private boolean closed;

    private DuckCallStore(Path file, CallStoreLimits limits, CallDatabase database) {
        this.file = file;
        this.retention = new Retention(limits);
        this.database = database;
    }

    /**
     * Opens the store in this file, or makes it. If neither that nor beginning anew is possible, says so in the log and
     * gives a store that keeps nothing: the gateway works without.
     */
    public static CallStore open(Path file, CallStoreLimits limits) {
        try {
            return new DuckCallStore(file, limits, openOrReplace(file));
        } catch (SQLException | IOException e) {
            LOG.warn("Calls are not kept: their store {} could not be opened. Statistics go on in memory.", file, e);
            return CallStore.NONE;
        }
    }

    private static CallDatabase openOrReplace(Path file) throws SQLException, IOException {
        try {
            return CallDatabase.open(file);
        } catch (SQLException e) {
            if (!Files.isRegularFile(file) || isInUse(e)) {
                throw e;
            }
            moveAside(file, e);
            return CallDatabase.open(file);
        }
    }

    /** Keeps the last damaged file only: it may be as large as the limit. */
    private static void moveAside(Path file, SQLException why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        LOG.warn("The store of calls was damaged; it is now {} and a new one begins", aside, why);
    }

    private static boolean isInUse(SQLException e) {
        return says(e, "lock on file", "permission denied", "being used by another");
    }

    private static boolean says(SQLException e, String... words) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(message::contains);
    }

    @Override
    public void append(List<Call> batch, List<RollUp> minutes) throws IOException {
        run(lock.readLock(), open -> {
            try {
                open.calls.append(open.connection, batch);
                open.rollUps.append(open.connection, minutes);
                open.dictionary.save(open.connection);
                open.connection.commit();
                open.dictionary.saved();
                return true;
            } catch (SQLException | RuntimeException e) {
                open.connection.rollback();
                throw e;
            }
        });
    }

    @Override
    public CallPage find(CallQuery query) throws IOException {
        return run(lock.readLock(), open -> {
            try (Connection reader = open.reader()) {
                return open.calls.find(reader, query);
            }
        });
    }

    @Override
    public @Nullable Call byId(String id) throws IOException {
        CallId wanted = CallId.parse(id);
        if (wanted == null) {
            return null;
        }
        List<Call> found = run(lock.readLock(), open -> {
            try (Connection reader = open.reader()) {
                Call call = open.calls.byId(reader, wanted);
                return call == null ? List.of() : List.of(call);
            }
        });
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    public void rollUps(Instant from, Instant to, RollUp.Kind kind, Consumer<RollUp> each) throws IOException {
        run(lock.readLock(), open -> {
            try (Connection reader = open.reader()) {
                open.rollUps.read(reader, from, to, kind, each);
                return true;
            }
        });
    }

    @Override
    public void tidy(Instant now) throws IOException {
        run(lock.writeLock(), open -> {
            retention.tidy(open, now);
            return true;
        });
    }

    /** Something to do with the open file. */
    private interface Work<T> {
        T with(CallDatabase open) throws SQLException, IOException;
    }

    private <T> T run(Lock held, Work<T> work) throws IOException {
        CallDatabase used;
        SQLException damage;
        held.lock();
        try {
            used = database;
            if (closed) {
                throw new IOException("The store of calls is closed");
            }
            try {
                return work.with(used);
            } catch (SQLException e) {
                if (!isDamage(e)) {
                    throw new IOException("The store of calls failed: " + e.getMessage(), e);
                }
                damage = e;
            }
        } finally {
            held.unlock();
        }
        beginAnew(used, damage);
        throw new IOException("The store of calls was damaged and has been begun anew", damage);
    }

    /** Whether the file, or what DuckDB holds of it in memory, cannot be used any more. */
    private static boolean isDamage(SQLException e) {
        return says(e, "corrupt", "checksum", "invalidated", "fatal");
    }

    private void beginAnew(CallDatabase broken, SQLException damage) throws IOException {
        lock.writeLock().lock();
        try {
            if (database != broken || closed) {
                return; // another thread was faster
            }
            closeQuietly(broken);
            if (says(damage, "corrupt", "checksum") && Files.isRegularFile(file)) {
                moveAside(file, damage);
            }
            database = openOrReplace(file);
        } catch (SQLException e) {
            throw new IOException("The store of calls cannot be opened: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private static void closeQuietly(CallDatabase database) {
        try {
            database.close();
        } catch (SQLException e) {
            LOG.warn("The store of calls did not close well", e);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            closeQuietly(database);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
