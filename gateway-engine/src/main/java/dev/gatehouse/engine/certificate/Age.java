package dev.gatehouse.engine.certificate;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a certificate's age.
 *
 * @param good whether it is of age, if not for long
 * @param message as a sentence
 * @param hint what to do where it is not of age, else null
 */
public record Age(boolean good, String message, @Nullable String hint) {
    /** Less than this before its end a certificate asks to be renewed. */
    public static final Duration SOON = Duration.ofDays(30);

    /** What is to be said of these; nothing of one that is good for long. */
    public static List<Age> of(List<X509Certificate> chain, Instant now) {
        List<Age> said = new ArrayList<>();
        for (X509Certificate one : chain) {
            String subject = one.getSubjectX500Principal().getName();
            Instant from = one.getNotBefore().toInstant();
            Instant to = one.getNotAfter().toInstant();
            if (now.isAfter(to)) {
                said.add(new Age(false, "The certificate of " + subject + " expired on " + day(to) + ".", "Renew it."));
            } else if (now.isBefore(from)) {
                said.add(new Age(
                        false,
                        "The certificate of " + subject + " is not valid before " + day(from) + ".",
                        "Wait until then, or set the clock of the gateway's machine."));
            } else if (now.plus(SOON).isAfter(to)) {
                said.add(new Age(
                        true, "The certificate of " + subject + " expires on " + day(to) + ": renew it.", null));
            }
        }
        return said;
    }

    /** How a certificate stands by its end: {@code good}, {@code expires-soon} or {@code expired}. */
    public static String state(Instant notAfter, Instant now) {
        if (now.isAfter(notAfter)) {
            return "expired";
        }
        return now.plus(SOON).isAfter(notAfter) ? "expires-soon" : "good";
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
