package dev.gatehouse.engine.admin.status;

import static dev.gatehouse.engine.admin.endpoint.Shape.listOf;
import static dev.gatehouse.engine.admin.endpoint.Shape.object;
import static dev.gatehouse.engine.admin.endpoint.Shape.text;
import static dev.gatehouse.engine.admin.endpoint.Shape.time;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.certificate.Age;
import dev.gatehouse.engine.certificate.Credential;
import dev.gatehouse.engine.snapshot.CompiledCertificate;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What {@code /status} says of certificates. */
final class CertificateStatus {
    private CertificateStatus() {}

    static Shape shape(Shape error) {
        return object("CertificateStatus")
                .with("name", text())
                .with("state", text().about("good, expires-soon (within 30 days) or expired"))
                .with("subject", text())
                .with("issuer", text())
                .with("names", listOf(text()).about("The hosts that it is for."))
                .with("serial", text().about("In hexadecimal."))
                .with("notBefore", time())
                .with("notAfter", time().about("The first end in its chain."))
                .with("chain", ChainLink.shapes())
                .with("lastError", error.orNull().about("What the last failed change said of it."));
    }

    static void write(ArrayNode to, List<CompiledCertificate> all, Errors errors, Instant now) {
        all.stream().sorted(Comparator.comparing(CompiledCertificate::name)).forEach(one -> {
            Credential credential = one.credential();
            ObjectNode node = to.addObject()
                    .put("name", one.name())
                    .put("state", Age.state(credential.notAfter(), now))
                    .put("subject", credential.leaf().getSubjectX500Principal().getName())
                    .put("issuer", credential.leaf().getIssuerX500Principal().getName());
            credential.names().forEach(node.putArray("names")::add);
            ChainLink.write(node, credential.chain());
            node.put("serial", credential.leaf().getSerialNumber().toString(16))
                    .put("notBefore", credential.notBefore().toString())
                    .put("notAfter", credential.notAfter().toString())
                    .set("lastError", errors.of("certificates", one.name()));
        });
    }
}
