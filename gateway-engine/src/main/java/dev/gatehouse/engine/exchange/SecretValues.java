package dev.gatehouse.engine.exchange;

import dev.gatehouse.engine.model.SecretRef;
import java.nio.charset.StandardCharsets;

/** Where policies get the secrets that their settings refer to. Blocks; never used on an event loop. */
public interface SecretValues {
    /** A place without any secret. */
    SecretValues NONE = reference -> {
        throw new SecretMissing("There are no secrets here.");
    };

    /**
     * The value of a secret; the caller keeps it out of logs and texts.
     *
     * @throws SecretMissing if it cannot be had
     */
    String value(SecretRef reference) throws SecretMissing;

    /**
     * What stands behind a reference as it is: of a file every byte, of other places the text in UTF-8.
     *
     * @throws SecretMissing if it cannot be had
     */
    default byte[] bytes(SecretRef reference) throws SecretMissing {
        return value(reference).getBytes(StandardCharsets.UTF_8);
    }
}
