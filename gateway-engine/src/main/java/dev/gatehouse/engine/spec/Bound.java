package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Configuration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a document.
 *
 * @param configuration the configuration, or null if there is any violation
 * @param violations everything that is wrong with the document, in its order
 * @param secrets the secrets to which it refers
 */
public record Bound(@Nullable Configuration configuration, List<Violation> violations, List<SecretUse> secrets) {
    public Bound {
        violations = List.copyOf(violations);
        secrets = List.copyOf(secrets);
    }
}
