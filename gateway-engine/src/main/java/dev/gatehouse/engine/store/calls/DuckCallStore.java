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
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
 * begun, when it is opened as well as later.
 */
public final class DuckCallStore implements CallStore {
    private static final Logger LOG = LoggerFactory.getLogger(DuckCallStore.class);
    private static final long RETRY_NANOS = 60_000_000_000L;

    private final Path file;
    private final Retention retention;

    /** Shared by queries and batches, exclusive for tidying and for changing the file under them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** Null until first used, and while the file cannot be opened. */
    private @Nullable CallDatabase database;

    private long nextTry = System.nanoTime();
    private boolean closed;

    /**
     * Makes the store in this file. It is opened when first used, which takes up to a second: the gateway does not wait
     * for it. As long as it cannot be opened every use fails, and it is tried again each minute.
     *
     * @param file its directory is made if it is not there, for the owner alone
     */
    public DuckCallStore(Path file, CallStoreLimits limits) {
        this.file = file.toAbsolutePath();
        this.retention = new Retention(limits);
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
        CallDatabase used = ready();
        SQLException damage;
        held.lock();
        try {
            if (closed) {
                throw closed();
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
        throw new IOException("The store of calls was damaged and is begun anew", damage);
    }

    private static IOException closed() {
        return new IOException("The store of calls is closed");
    }

    /** The open file; opens it first if need be. */
    private CallDatabase ready() throws IOException {
        lock.readLock().lock();
        try {
            if (database != null && !closed) {
                return database;
            }
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            if (closed) {
                throw closed();
            }
            CallDatabase open = database;
            if (open == null) {
                if (System.nanoTime() - nextTry < 0) {
                    throw new IOException("The store of calls cannot be opened; it is tried again each minute");
                }
                nextTry = System.nanoTime() + RETRY_NANOS;
                makeDirectory();
                open = openOrReplace(file);
                database = open;
            }
            return open;
        } catch (SQLException e) {
            throw new IOException("The store of calls " + file + " cannot be opened: " + e.getMessage(), e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void makeDirectory() throws IOException {
        Path directory = file.getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
    }

    /** Whether the file, or what DuckDB holds of it in memory, cannot be used any more. */
    private static boolean isDamage(SQLException e) {
        return says(e, "corrupt", "checksum", "invalidated", "fatal");
    }

    private void beginAnew(CallDatabase broken, SQLException damage) throws IOException {
        lock.writeLock().lock();
        try {
            if (!Objects.equals(database, broken)) {
                return; // another thread was faster
            }
            database = null;
            nextTry = System.nanoTime();
            closeQuietly(broken);
            if (says(damage, "corrupt", "checksum") && Files.isRegularFile(file)) {
                moveAside(file, damage);
            }
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
            if (database != null) {
                closeQuietly(database);
                database = null;
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
