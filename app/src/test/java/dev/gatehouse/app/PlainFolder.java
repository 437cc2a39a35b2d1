package dev.gatehouse.app;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** A test's folder whose path reads well in a picture, unless another test has that one at the moment. */
final class PlainFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws Exception {
        try {
            return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"), "gatehouse"));
        } catch (FileAlreadyExistsException taken) {
            return Files.createTempDirectory("gatehouse-");
        }
    }
}
