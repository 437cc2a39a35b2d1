package dev.gatehouse.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gateway's certificates, and the secrets in which they stand. Blocks, for background threads. */
public final class Certificates {
    private final AdminClient client;

    /** The certificates of this gateway. */
    public Certificates(AdminClient client) {
        this.client = client;
    }

    /** Those that the gateway has in use. */
    public List<CertificateFacts> served() throws AdminFailed {
        JsonNode all = client.get("/status").path("certificates");
        return all.isArray() ? List.of(Shapes.read(all, CertificateFacts[].class)) : List.of();
    }

    /**
     * Looks at a certificate that may not be applied, or not even be stored.
     *
     * @param certificate as in the configuration; in the place of a reference a {@code value} itself may stand
     */
    public Inspection inspect(ObjectNode certificate) throws AdminFailed {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        for (String field : List.of("chain", "key", "password")) {
            if (certificate.has(field)) {
                asked.set(field, certificate.get(field));
            }
        }
        return Shapes.read(
                client.send("POST", "/inspect/certificate", asked, Map.of()).body(), Inspection.class);
    }

    /** The names of the secrets that there are. */
    public List<String> secrets() throws AdminFailed {
        List<String> names = new ArrayList<>();
        client.get("/secrets")
                .path("items")
                .forEach(item -> names.add(item.path("name").asText()));
        return names;
    }

    /** Writes a secret, over the one that there is; it can never be read back. */
    public void store(String secret, String value) throws AdminFailed {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("value", value);
        client.send("PUT", "/secrets/" + secret, body, Map.of());
    }

    /** Takes a secret away that no object refers to. */
    public void forget(String secret) throws AdminFailed {
        client.send("DELETE", "/secrets/" + secret, null, Map.of());
    }
}
