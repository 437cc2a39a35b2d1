package dev.gatehouse.engine.http.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a handshake with a target failed, in words that an operator can act on. */
public final class HandshakeFailure {
    /** How the JDK names an alert, and how BoringSSL does. */
    private static final Pattern ALERT =
            Pattern.compile("fatal alert: ([a-z_]+)|(?:SSLV3|TLSV1|TLSV13)_ALERT_([A-Z_]+)|(CERTIFICATE_REQUIRED)");

    private static final int DEEPEST = 10;

    private HandshakeFailure() {}

    /**
     * The reason of a failure.
     *
     * @param name the name that the target had to prove
     */
    public static String reason(Throwable failure, String name) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String known = known(cause, name);
            if (known != null) {
                return known;
            }
            cause = cause.getCause();
        }
        return text(failure, "the handshake failed");
    }

    private static @Nullable String known(Throwable cause, String name) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case CertificateExpiredException _ -> "the target's certificate has expired";
            case CertificateNotYetValidException _ -> "the target's certificate is not valid yet";
            case CertPathBuilderException _ -> "the target's certificate is of an unknown authority";
            case CertPathValidatorException e
            when e.getReason() == CertPathValidatorException.BasicReason.REVOKED ->
                "the target's certificate has been revoked";
            case CertificateException _
            when message.startsWith("No subject alternative") || message.startsWith("No name matching") ->
                "the target's certificate is not for " + name;
            default -> null;
        };
    }

    /** What else a failure says: an alert of the target, a disagreement, plain text where TLS was expected. */
    private static String text(Throwable failure, String otherwise) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String message = String.valueOf(cause.getMessage());
            Matcher alert = ALERT.matcher(message);
            if (alert.find()) {
                return refusal(alert);
            }
            if (message.contains("not an SSL/TLS record")
                    || message.contains("WRONG_VERSION_NUMBER")
                    || message.contains("Unsupported or unrecognized SSL message")) {
                return "the target does not speak TLS on this port";
            }
            if (message.contains("UNSUPPORTED_PROTOCOL") || message.contains("protocol version")) {
                return "the target speaks no version of TLS that the gateway speaks";
            }
            if (cause instanceof java.nio.channels.ClosedChannelException || message.contains("closed before")) {
                return "the target closed the connection during the handshake";
            }
            cause = cause.getCause();
        }
        return otherwise;
    }

    private static String refusal(Matcher alert) {
        for (int group = 1; group <= alert.groupCount(); group++) {
            String word = alert.group(group);
            if (word != null) {
                String words = word.toLowerCase(Locale.ROOT).replace('_', ' ');
                return words.equals("certificate required")
                        ? "the target asks for a client certificate"
                        : "the target refused: " + words;
            }
        }
        return "the target refused";
    }
}
