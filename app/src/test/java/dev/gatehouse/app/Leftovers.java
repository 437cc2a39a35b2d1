package dev.gatehouse.app;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirDeletionStrategy;

/** Deletes a test's folder, again if something was written into it meanwhile: a console writes its memory behind. */
public final class Leftovers implements TempDirDeletionStrategy {
    private static final int ROUNDS = 20;

    @Override
    public DeletionResult delete(Path folder, AnnotatedElementContext element, ExtensionContext context)
            throws IOException {
        DeletionResult result = Standard.INSTANCE.delete(folder, element, context);
        for (int i = 1; i < ROUNDS && !result.isSuccessful(); i++) {
            result = Standard.INSTANCE.delete(folder, element, context);
        }
        return result;
    }
}
