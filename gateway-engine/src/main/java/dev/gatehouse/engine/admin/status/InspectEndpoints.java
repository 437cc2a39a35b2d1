package dev.gatehouse.engine.admin.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.admin.endpoint.Bodies;
import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Problem;
import dev.gatehouse.engine.admin.endpoint.Refusal;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.certificate.Age;
import dev.gatehouse.engine.certificate.CredentialReader;
import dev.gatehouse.engine.certificate.Inspection;
import dev.gatehouse.engine.certificate.SubjectNames;
import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.model.SecretRef;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /inspect/certificate}: what a certificate is, before anything is stored or applied. Tells nothing of its key. */
public final class InspectEndpoints {
    private static final Shape PLACE = Shape.object("CertificatePlace")
            .may("value", Shape.text().about("The PEM text itself, or a PKCS#12 store in Base64; the password itself."))
            .may("secret", Shape.text())
            .may("env", Shape.text())
            .may("file", Shape.text());

    private static final Shape INSPECTED = Shape.object("InspectedCertificate")
            .with("subject", Shape.text())
            .with("issuer", Shape.text())
            .with("names", Shape.listOf(Shape.text()).about("The hosts that it is for."))
            .with("serial", Shape.text().about("In hexadecimal."))
            .with("notBefore", Shape.time())
            .with("notAfter", Shape.time().about("The first end in its chain."))
            .with("state", Shape.text().about("good, expires-soon (within 30 days) or expired"))
            .with("chain", ChainLink.shapes());

    private static final Shape WARNING =
            Shape.object("Warning").with("pointer", Shape.text()).with("message", Shape.text());

    private final SecretValues secrets;
    private final InstantSource clock;

    /** The endpoints; references are followed in these secrets. */
    public InspectEndpoints(SecretValues secrets, InstantSource clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The declarations. */
    public List<Endpoint> all() {
        return List.of(Endpoint.post(
                        "/inspect/certificate", "Tells what a certificate is, without storing or serving it.")
                .takes(
                        "A certificate as in the configuration; a value may stand in place of a reference.",
                        Shape.object("CertificateToInspect")
                                .with("chain", PLACE)
                                .may("key", PLACE)
                                .may("password", PLACE))
                .answers(
                        200,
                        "What it is, and what an apply would say of it.",
                        Shape.object("CertificateInspection")
                                .with("certificate", INSPECTED.orNull())
                                .with("paired", Shape.flag().about("Whether the key belongs to it."))
                                .with("violations", Shape.listOf(Problem.violation()))
                                .with("warnings", Shape.listOf(WARNING)))
                .by(this::inspect));
    }

    private void inspect(Context ctx) {
        ObjectNode asked = Bodies.object(ctx);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putNull("certificate").put("paired", false);
        ArrayNode violations = answer.putArray("violations");
        ArrayNode warnings = answer.putArray("warnings");
        byte[] chain = place(asked, "chain", violations);
        byte[] key = place(asked, "key", violations);
        byte[] password = place(asked, "password", violations);
        if (chain == null && violations.isEmpty()) {
            throw new Refusal(Problem.BAD_REQUEST, "Say in 'chain' where the certificate stands, or send its value.");
        }
        if (chain != null) {
            String word = password == null ? null : new String(password, StandardCharsets.UTF_8);
            look(
                    Inspection.of(new CredentialReader.Source(chain, key, word), clock.instant()),
                    answer,
                    violations,
                    warnings);
        }
        Bodies.answer(ctx, 200, answer);
    }

    private void look(Inspection found, ObjectNode answer, ArrayNode violations, ArrayNode warnings) {
        answer.put("paired", found.paired());
        if (!found.chain().isEmpty()) {
            answer.set("certificate", certificate(found.chain()));
        }
        if (found.bad() != null && violations.isEmpty()) {
            violate(
                    violations,
                    found.bad().field(),
                    String.valueOf(found.bad().getMessage()),
                    found.bad().hint());
        }
        for (Age age : found.ages()) {
            if (age.good()) {
                warnings.addObject().put("pointer", "/chain").put("message", age.message());
            } else {
                violate(violations, "chain", age.message(), age.hint());
            }
        }
    }

    private ObjectNode certificate(List<X509Certificate> chain) {
        X509Certificate leaf = chain.getFirst();
        ObjectNode node = ChainLink.tell(JsonNodeFactory.instance.objectNode(), leaf);
        Instant end = chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        SubjectNames.of(leaf).forEach(node.putArray("names")::add);
        node.put("serial", leaf.getSerialNumber().toString(16))
                .put("notAfter", end.toString())
                .put("state", Age.state(end, clock.instant()));
        ChainLink.write(node, chain);
        return node;
    }

    /** What stands in a place; null for none, and for one that leads nowhere. */
    private byte @Nullable [] place(ObjectNode asked, String field, ArrayNode violations) {
        JsonNode place = asked.path(field);
        if (place.isMissingNode() || place.isNull()) {
            return null;
        }
        if (place.path("value").isTextual()) {
            return place.path("value").asText().getBytes(StandardCharsets.UTF_8);
        }
        for (SecretRef.Source source : SecretRef.Source.values()) {
            JsonNode name = place.path(source.name().toLowerCase(Locale.ROOT));
            if (name.isTextual()) {
                try {
                    SecretRef reference = new SecretRef(source, name.asText());
                    return field.equals("password")
                            ? secrets.value(reference).getBytes(StandardCharsets.UTF_8)
                            : secrets.bytes(reference);
                } catch (SecretMissing e) {
                    violate(violations, field, String.valueOf(e.getMessage()), null);
                    return null;
                }
            }
        }
        throw new Refusal(Problem.BAD_REQUEST, "'" + field + "' has to be one of {value}, {secret}, {env} and {file}.");
    }

    private static void violate(ArrayNode violations, String field, String message, @Nullable String hint) {
        violations
                .addObject()
                .put("pointer", "/" + field)
                .put("message", message)
                .put("hint", hint);
    }
}
