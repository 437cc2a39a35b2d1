package dev.gatehouse.app.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * The folder of the console's own files. They are replaced as a whole, never written in place, so that a crash leaves the
 * old one; where the system knows owners, only the owner may read them.
 */
public final class ConsoleFolder {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;

    /** A folder at a path; made when first written to. */
    public ConsoleFolder(Path path) {
        this.path = path;
    }

    /** The user's, by the custom of the operating system; {@code -Dgatehouse.console=DIR} moves it. */
    public static ConsoleFolder ofUser() {
        String told = System.getProperty("gatehouse.console");
        if (told != null) {
            return new ConsoleFolder(Path.of(told));
        }
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.startsWith("windows")) {
            String roaming = System.getenv("APPDATA");
            return new ConsoleFolder((roaming == null ? home : Path.of(roaming)).resolve("Gatehouse/console"));
        }
        if (system.startsWith("mac")) {
            return new ConsoleFolder(home.resolve("Library/Application Support/Gatehouse/console"));
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        return new ConsoleFolder(
                (config == null || config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("gatehouse"));
    }

    Path path(String name) {
        return path.resolve(name);
    }

    /** Reads a JSON file; what is missing or cannot be read gives the default: settings must never stop a start. */
    public <T> T read(String name, Class<T> type, T otherwise) {
        try {
            T read = JSON.readValue(Files.readAllBytes(path(name)), type);
            return read == null ? otherwise : read;
        } catch (IOException e) {
            return otherwise;
        }
    }

    /** Writes a JSON file, as a whole or not at all. Blocks. */
    public void write(String name, Object value) throws IOException {
        write(name, JSON.writeValueAsBytes(value));
    }

    void write(String name, byte[] bytes) throws IOException {
        Path target = path(name);
        Files.createDirectories(target.getParent(), mode("rwx------"));
        Path written = Files.createTempFile(target.getParent(), ".new", "", mode("rw-------"));
        try {
            Files.write(written, bytes);
            try {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Takes a file away, if it is there. Blocks. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
