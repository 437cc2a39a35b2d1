package dev.gatehouse.engine.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A data directory that is this process's alone, as long as it is open. What is made in it is for its owner only. The
 * operating system lets go of the lock when the process ends, however it ends; {@code gatehouse.pid} beside it tells others
 * who has it and where its Admin API listens.
 */
public final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);
    private static final String PID = "gatehouse.pid";
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /**
     * What this process has. Closing any channel of a lock file lets go of the process's lock on it (POSIX), so a second
     * gateway in the process must not even open it. The operating system has one such table a process; so have we.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path real;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, Path real, FileChannel channel, FileLock lock) {
        this.path = path;
        this.real = real;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes a directory, and makes it if there is none. */
    public static DataDirectory open(Path path) throws DirectoryFailed {
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
            tighten(path);
            Path real = path.toRealPath();
            if (!HELD.add(real)) {
                throw taken(path);
            }
            DataDirectory directory = null;
            try {
                directory = lock(path, real);
            } finally {
                if (directory == null) {
                    HELD.remove(real);
                }
            }
            directory.write(PID, ProcessHandle.current().pid() + "\n");
            return directory;
        } catch (IOException e) {
            throw new DirectoryFailed(
                    "The data directory " + path + " cannot be used: " + reason(e) + ".",
                    "Choose another one with --data, or give this user the right to write there.",
                    e);
        }
    }

    private static DataDirectory lock(Path path, Path real) throws IOException, DirectoryFailed {
        FileChannel channel = FileChannel.open(
                path.resolve("gatehouse.lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly("rw-------"));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw taken(path);
        }
        return new DataDirectory(path, real, channel, lock);
    }

    /** A directory that was there before may be open to others. */
    private static void tighten(Path path) {
        if (POSIX) {
            try {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            } catch (IOException e) {
                LOG.warn("The data directory {} belongs to somebody else, who can read what is in it", path);
            }
        }
    }

    private static DirectoryFailed taken(Path path) {
        String who;
        try {
            String[] lines = Files.readString(path.resolve(PID)).strip().split("\n");
            who = "process " + lines[0] + (lines.length > 1 ? ", whose Admin API is at " + lines[1] : "");
        } catch (IOException e) {
            who = "another process that does not say who it is";
        }
        return new DirectoryFailed(
                "The data directory " + path + " is in use by " + who + ".",
                "Connect to that gateway, stop it first, or choose another directory with --data.",
                null);
    }

    private static String reason(IOException e) {
        String name = e.getClass().getSimpleName().replaceFirst("Exception$", "");
        return switch (name) {
            case "AccessDenied" -> "permission denied for " + e.getMessage();
            case "FileAlreadyExists" -> e.getMessage() + " is a file";
            default -> e.getMessage() + " (" + name + ")";
        };
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Tells others where the Admin API listens. */
    public void announce(InetSocketAddress admin) throws IOException {
        String host = admin.getAddress().getHostAddress();
        String url = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + admin.getPort();
        write(PID, ProcessHandle.current().pid() + "\n" + url + "\n");
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public void write(String name, String text) throws IOException {
        Path whole = path.resolve(name);
        Path part = path.resolve(name + ".part");
        Files.deleteIfExists(part);
        try (FileChannel out = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The text of a file, without white space around it, or null if there is no file. */
    public @Nullable String read(String name) throws IOException {
        Path file = path.resolve(name);
        return Files.exists(file) ? Files.readString(file).strip() : null;
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Lets go of it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve(PID));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + path + " cannot be released", e);
        } finally {
            HELD.remove(real);
        }
    }
}
