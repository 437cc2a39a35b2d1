package dev.gatehouse.engine.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A data directory that is this process's alone, as long as it is open. What is made in it is for its owner only. The
 * operating system lets go of the lock when the process ends, however it ends; {@code gatehouse.pid} beside it tells others
 * who has it and where its Admin API listens.
 */
public final class DataDirectory implements AutoCloseable {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes a directory, and makes it if there is none. */
    public static DataDirectory open(Path path) throws DirectoryFailed {
        FileChannel channel = null;
        try {
            Files.createDirectories(path, ownerOnly("rwx------"));
            channel = FileChannel.open(
                    path.resolve("gatehouse.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw taken(path);
            }
            DataDirectory directory = new DataDirectory(path, channel, lock);
            directory.write("gatehouse.pid", ProcessHandle.current().pid() + "\n");
            return directory;
        } catch (IOException e) {
            close(channel);
            throw new DirectoryFailed(
                    "The data directory " + path + " cannot be used: " + reason(e) + ".",
                    "Choose another one with --data, or give this user the right to write there.",
                    e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another gateway of this process has it
        }
    }

    private static DirectoryFailed taken(Path path) {
        String who = "another process";
        try {
            String[] lines =
                    Files.readString(path.resolve("gatehouse.pid")).strip().split("\n");
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
        write("gatehouse.pid", ProcessHandle.current().pid() + "\n" + url + "\n");
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public void write(String name, String text) throws IOException {
        Path whole = path.resolve(name);
        Path part = path.resolve(name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly("rw-------"));
        Files.writeString(part, text);
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

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException("a lock file cannot be closed", e);
        }
    }

    /** Lets go of it. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path.resolve("gatehouse.pid"));
            lock.release();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + path + " cannot be released", e);
        } finally {
            close(channel);
        }
    }
}
