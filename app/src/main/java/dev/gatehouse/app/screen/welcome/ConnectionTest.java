package dev.gatehouse.app.screen.welcome;

import java.net.URI;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries a connection step by step. Blocks; run off the FX thread. */
public interface ConnectionTest {
    /**
     * Runs the steps in order until one fails. Each is told twice: as running, then with its result; the steps after a
     * failed one are not told.
     *
     * @param certificate the fingerprint of the only certificate to believe; null if none was accepted yet
     * @return the certificate that a person has to decide about; null for none
     */
    @Nullable
    UnknownCertificate run(URI address, String token, @Nullable String certificate, Consumer<Step> told);
}
