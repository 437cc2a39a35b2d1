package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.spec.Positions.Position;
import org.jspecify.annotations.Nullable;

/** A text cannot be read further. */
final class BrokenText extends Exception {
    final transient Violation violation;

    BrokenText(String pointer, String message, @Nullable String hint, @Nullable Position position) {
        super(message);
        violation = Positions.at(new Violation(pointer, message, hint), position);
    }
}
