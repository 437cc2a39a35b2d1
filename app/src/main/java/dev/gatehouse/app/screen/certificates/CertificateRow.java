package dev.gatehouse.app.screen.certificates;

import dev.gatehouse.app.certificate.Expiry;
import dev.gatehouse.app.client.CertificateFacts;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.table.Column;
import dev.gatehouse.app.table.Look;
import dev.gatehouse.app.text.Texts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in the list.
 *
 * @param change what the draft does to it, in a word; empty for nothing
 * @param facts what the gateway tells of it as the draft has it; null while nothing is known
 * @param served whether the gateway has it in use
 * @param away how far its end is: {@code in 23 days}; empty while that is not known
 * @param users what names it: listeners and upstreams of the draft
 * @param said what the gateway says against it; empty for nothing
 */
record CertificateRow(
        String name,
        Status status,
        String state,
        String change,
        @Nullable CertificateFacts facts,
        boolean served,
        String away,
        List<ObjectKey> users,
        String said) {

    static final List<Column<CertificateRow>> COLUMNS = List.of(
            Column.<CertificateRow>of(Look.NAME, "name", "certificates.column.name", CertificateRow::name)
                    .mark(CertificateRow::status)
                    .weight(1.5),
            Column.<CertificateRow>of(Look.TEXT, "state", "certificates.column.state", CertificateRow::state),
            Column.<CertificateRow>of(Look.TEXT, "expires", "certificates.column.expires", CertificateRow::expires)
                    .by(row -> row.end() == null ? Double.NaN : row.end().toEpochMilli())
                    .tone(CertificateRow::tone)
                    .fit(26),
            Column.<CertificateRow>of(
                            Look.MONO, "hosts", "certificates.column.hosts", row -> String.join(", ", row.hosts()))
                    .weight(2),
            Column.<CertificateRow>of(Look.TEXT, "issuer", "certificates.column.issuer", CertificateRow::issuer),
            Column.<CertificateRow>of(Look.TEXT, "draft", "certificates.column.draft", CertificateRow::change)
                    .weight(0.8),
            Column.<CertificateRow>of(Look.TEXT, "used", "certificates.column.used", CertificateRow::used)
                    .weight(1.2),
            Column.<CertificateRow>of(Look.TEXT, "subject", "certificates.column.subject", CertificateRow::subject)
                    .shownOnRequest(),
            Column.<CertificateRow>of(
                            Look.ID,
                            "serial",
                            "certificates.column.serial",
                            row -> row.facts == null ? "" : row.facts.serial())
                    .shownOnRequest());

    /** The hosts that it is for. */
    List<String> hosts() {
        return facts == null ? List.of() : facts.names();
    }

    /** Who issued it: the common name where there is one. */
    String issuer() {
        return facts == null ? "" : common(facts.issuer());
    }

    /** Whose it is, as it was issued. */
    String subject() {
        return facts == null ? "" : facts.subject();
    }

    /** Its end and how far that is: {@code 3 Feb 2027 · in 23 days}. */
    String expires() {
        return away.isEmpty() ? "" : Expiry.day(end()) + " · " + away;
    }

    /** How it stands, with its time where that is short. */
    String standing() {
        return status == Status.ATTENTION && facts != null && facts.state().equals("expires-soon")
                ? Texts.get("certificates.state.soon.away", away)
                : state;
    }

    /** When it ends; null while that is not known. */
    @Nullable
    Instant end() {
        return facts == null ? null : facts.notAfter();
    }

    /** What names it, in words. */
    String used() {
        return users.stream().map(ObjectKey::name).distinct().collect(Collectors.joining(", "));
    }

    private String tone() {
        return switch (facts == null ? "" : facts.state()) {
            case "expired" -> "status-5xx";
            case "expires-soon" -> "status-4xx";
            default -> "";
        };
    }

    /** The common name of an X.500 name; the whole name where it has none. */
    static String common(String name) {
        for (String part : name.split("(?<!\\\\),", -1)) {
            if (part.strip().startsWith("CN=")) {
                return part.strip().substring(3).replace("\\", "");
            }
        }
        return name;
    }
}
