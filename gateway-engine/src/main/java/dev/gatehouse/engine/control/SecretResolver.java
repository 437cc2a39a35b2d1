package dev.gatehouse.engine.control;

import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.model.SecretRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of secrets: in the gateway's store, in its environment, in files of its machine. A line's end at the end
 * of a file does not count, since editors put one there.
 */
public final class SecretResolver implements SecretValues {
    /** The most bytes of a file with a text. */
    static final int LARGEST = 64 * 1024;

    /** The most bytes of a file that is taken as it is, such as the certificates of many authorities. */
    private static final int LARGEST_FILE = 1024 * 1024;

    private final Secrets secrets;
    private final Function<String, @Nullable String> environment;

    /** Finds secrets in a store and in an environment. */
    public SecretResolver(Secrets secrets, Function<String, @Nullable String> environment) {
        this.secrets = secrets;
        this.environment = environment;
    }

    /** The names of the secrets in the store. */
    Set<String> names() {
        return secrets.all().stream().map(Secrets.Known::name).collect(Collectors.toSet());
    }

    @Override
    public String value(SecretRef reference) throws SecretMissing {
        String name = reference.name();
        return switch (reference.source()) {
            case SECRET -> stored(name);
            case ENV -> {
                String value = environment.apply(name);
                if (value == null || value.isEmpty()) {
                    throw new SecretMissing("The environment variable " + name + " is not set for the gateway.");
                }
                yield value;
            }
            case FILE -> text(name);
        };
    }

    private String stored(String name) throws SecretMissing {
        Optional<String> value = secrets.value(name);
        if (value.isEmpty()) {
            throw new SecretMissing("There is no secret '" + name + "' that the gateway's master key opens.");
        }
        return value.get();
    }

    @Override
    public byte[] bytes(SecretRef reference) throws SecretMissing {
        return reference.source() == SecretRef.Source.FILE
                ? file(reference.name(), LARGEST_FILE)
                : SecretValues.super.bytes(reference);
    }

    /** A text that differs when what stands behind one of the references does; tells nothing of it. */
    String fingerprint(List<SecretRef> references) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (SecretRef reference : references) {
                try {
                    byte[] bytes = bytes(reference);
                    digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
                    digest.update(bytes);
                } catch (SecretMissing e) {
                    digest.update(new byte[] {-1, -1, -1, -1});
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String path) throws SecretMissing {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file(path, LARGEST)))
                    .toString()
                    .replaceFirst("\r?\n$", "");
            if (text.isEmpty()) {
                throw new SecretMissing("The file " + path + " is empty.");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new SecretMissing("The file " + path + " is not UTF-8 text.");
        }
    }

    private static byte[] file(String path, int most) throws SecretMissing {
        try (InputStream in = Files.newInputStream(regular(path))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new SecretMissing(
                        "The file " + path + " is larger than " + most / 1024 + " KiB; what belongs there is not.");
            }
            if (bytes.length == 0) {
                throw new SecretMissing("The file " + path + " is empty.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new SecretMissing("There is no file " + path + " on the gateway's machine.");
        } catch (AccessDeniedException e) {
            throw new SecretMissing("The gateway may not read the file " + path + ".");
        } catch (IOException | InvalidPathException e) {
            throw new SecretMissing("The file " + path + " cannot be read.");
        }
    }

    /** A device or a pipe could keep whoever reads it waiting for ever. */
    private static Path regular(String path) throws SecretMissing, NoSuchFileException {
        Path file = Path.of(path);
        if (!file.isAbsolute()) {
            throw new SecretMissing("The file " + path + " has to be named by its whole path, from the root.");
        }
        if (Files.notExists(file)) {
            throw new NoSuchFileException(path);
        }
        if (!Files.isRegularFile(file)) {
            throw new SecretMissing(path + " is no file.");
        }
        return file;
    }
}
