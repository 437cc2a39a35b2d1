package dev.gatehouse.engine.control;

import org.jspecify.annotations.Nullable;

/** The stored document of a revision is not what was stored. */
public final class DamagedRevision extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedRevision(int number, @Nullable Throwable cause) {
        super("The stored document of revision " + number + " is damaged", cause);
    }
}
