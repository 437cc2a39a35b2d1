package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Target;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Listed;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.upstream.Found;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A file with a list of targets. It is read whole at each look: that notices what times of change do not tell, such as a
 * link that leads elsewhere now.
 */
final class FileSource implements Source {
    /** The most bytes that are read: a thousand targets are a tenth of it. */
    private static final int LARGEST = 1024 * 1024;

    private final Path path;
    private final Format format;
    private final Duration interval;

    FileSource(String path, Duration interval) {
        this.path = Path.of(path);
        this.interval = interval;
        format = path.toLowerCase(Locale.ROOT).endsWith(".json") ? Format.JSON : Format.YAML;
    }

    @Override
    public Answer look() throws Failed {
        Listed<Target> listed = Binder.list(Document.parse(text(), format), Target.class);
        List<Violation> violations = listed.violations();
        if (!violations.isEmpty()) {
            throw new Failed(text(violations));
        }
        return new Answer(listed.entries().stream().map(Found::of).toList(), interval);
    }

    private static String text(List<Violation> violations) {
        Violation first = violations.getFirst();
        String line = first.line() == null ? "" : "line " + first.line() + ": ";
        String message = first.message().replaceFirst("\\.$", "");
        int more = violations.size() - 1;
        return line + message + (more == 0 ? "" : " (and " + more + " more)");
    }

    private String text() throws Failed {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) { // a pipe would keep whoever reads it waiting
                throw new Failed("it is no file");
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new Failed("it is larger than " + LARGEST / 1024 + " KiB");
                }
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            }
        } catch (NoSuchFileException e) {
            throw new Failed("there is no such file");
        } catch (AccessDeniedException e) {
            throw new Failed("the gateway may not read it");
        } catch (CharacterCodingException e) {
            throw new Failed("it is not UTF-8 text");
        } catch (IOException e) {
            throw new Failed("it cannot be read");
        }
    }

    /** A file that has been mended shall be taken as soon as one that has changed. */
    @Override
    public Duration pauseAfter(int failures) {
        return interval;
    }

    @Override
    public void close() {}
}
