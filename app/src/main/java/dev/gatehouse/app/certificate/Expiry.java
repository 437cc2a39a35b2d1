package dev.gatehouse.app.certificate;

import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A certificate's end, as people read it. */
public final class Expiry {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int LONG = 60;

    private Expiry() {}

    /** {@code 3 Feb 2027} in this machine's time zone; empty for none. */
    public static String day(@Nullable Instant end) {
        return end == null ? "" : DAY.format(end.atZone(ZoneId.systemDefault()));
    }

    /** {@code in 23 days}, {@code in 5 h}, {@code 3 days ago}; empty for none. */
    public static String from(@Nullable Instant end, Instant now) {
        if (end == null) {
            return "";
        }
        Duration left = Duration.between(now, end);
        Duration far = left.abs();
        long days = far.toDays();
        if (days > LONG) {
            return span(left, "expiry.months", days / 30);
        }
        if (days > 0) {
            return span(left, days == 1 ? "expiry.day" : "expiry.days", days);
        }
        return far.toHours() > 0
                ? span(left, "expiry.hours", far.toHours())
                : span(left, "expiry.minutes", far.toMinutes());
    }

    private static String span(Duration left, String unit, long number) {
        return Texts.get(left.isNegative() ? "expiry.ago" : "expiry.in", Texts.get(unit, number));
    }

    /** How it fares, by the gateway's own thresholds. */
    public static Status status(CertificateFacts certificate) {
        return switch (certificate.state()) {
            case "expired" -> Status.BAD;
            case "expires-soon" -> Status.ATTENTION;
            default -> certificate.lastError() == null ? Status.GOOD : Status.ATTENTION;
        };
    }

    /** What somebody should know of it now, with its name; empty if nothing. */
    public static String words(CertificateFacts certificate, Instant now) {
        String when = from(certificate.notAfter(), now);
        return switch (certificate.state()) {
            case "expired" -> Texts.get("expiry.attention.expired", certificate.name(), when);
            case "expires-soon" -> Texts.get("expiry.attention.soon", certificate.name(), when);
            default ->
                certificate.lastError() == null ? "" : Texts.get("expiry.attention.not-served", certificate.name());
        };
    }
}
