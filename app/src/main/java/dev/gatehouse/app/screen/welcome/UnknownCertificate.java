package dev.gatehouse.app.screen.welcome;

import org.jspecify.annotations.Nullable;

/**
 * A certificate that a person has to decide about.
 *
 * @param about whose it is, who issued it, until when
 * @param fingerprint of what was shown
 * @param pinned the fingerprint that was accepted before, null if none was
 */
public record UnknownCertificate(
        String about, String fingerprint, @Nullable String pinned) {}
