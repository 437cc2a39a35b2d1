package dev.gatehouse.engine.certificate;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The names that a certificate is for: its subject alternative names, since nobody looks at the common name any more. */
public final class SubjectNames {
    private static final int MAIL = 1;
    private static final int DNS = 2;
    private static final int URI = 6;
    private static final int IP = 7;

    private SubjectNames() {}

    /** Host names and IP addresses, in lower case. */
    public static List<String> of(X509Certificate certificate) {
        return names(certificate, List.of(DNS, IP)).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** All names that are text: hosts, addresses, mail addresses, URIs. */
    public static List<String> all(X509Certificate certificate) {
        return names(certificate, List.of(MAIL, DNS, URI, IP));
    }

    private static List<String> names(X509Certificate certificate, List<Integer> kinds) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> name : all == null ? List.<List<?>>of() : all) {
                if (name.get(0) instanceof Integer kind && kinds.contains(kind) && name.get(1) instanceof String text) {
                    names.add(text);
                }
            }
        } catch (CertificateParsingException e) {
            return List.of(); // names that cannot be read are for nobody
        }
        return List.copyOf(names);
    }
}
