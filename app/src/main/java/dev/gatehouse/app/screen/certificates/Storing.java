package dev.gatehouse.app.screen.certificates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Certificates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the parts of a certificate as secrets of the gateway, the chain last: a half of a pair is served by nobody.
 *
 * @param secrets the secret for each field
 * @param renews whether these are secrets that the certificate refers to already: then no configuration changes
 */
record Storing(Map<String, String> secrets, boolean renews) {
    private static final int LONGEST = 63;

    /** What came of it. */
    sealed interface Outcome {
        /** All is stored. */
        record Stored() implements Outcome {}

        /**
         * Some of it is.
         *
         * @param stored the secrets that were written
         * @param failed the one that was not
         * @param why a sentence
         */
        record Half(List<String> stored, String failed, String why) implements Outcome {}
    }

    /**
     * Where to write.
     *
     * @param name the certificate's
     * @param fields those that there are
     * @param renewed the certificate that it takes the place of; null for a new one
     * @param taken the names of the secrets that there are
     */
    static Storing plan(String name, Collection<String> fields, @Nullable JsonNode renewed, Collection<String> taken) {
        Map<String, String> secrets = new LinkedHashMap<>();
        if (renewed != null && isInSecrets(renewed, fields)) {
            fields.forEach(field ->
                    secrets.put(field, renewed.path(field).path("secret").asText()));
            return new Storing(secrets, true);
        }
        fields.forEach(field -> secrets.put(field, free(name.replace('/', '-'), "-" + field, taken)));
        return new Storing(secrets, false);
    }

    /** Whether exactly these fields stand there, each in a secret of its own. */
    private static boolean isInSecrets(JsonNode certificate, Collection<String> fields) {
        return List.of("chain", "key", "password").stream()
                        .allMatch(field -> fields.contains(field) == certificate.has(field))
                && fields.stream()
                        .allMatch(
                                field -> certificate.path(field).path("secret").isTextual());
    }

    private static String free(String name, String ending, Collection<String> taken) {
        String number = "";
        for (int i = 2; ; i++) {
            String tail = ending + number;
            String wanted = name.substring(0, Math.min(name.length(), LONGEST - tail.length())) + tail;
            if (!taken.contains(wanted)) {
                return wanted;
            }
            number = "-" + i;
        }
    }

    /** Writes them. Blocks. */
    Outcome write(Certificates gateway, Map<String, String> parts) {
        List<String> stored = new ArrayList<>();
        for (Map.Entry<String, String> part : parts.entrySet()) {
            String secret = String.valueOf(secrets.get(part.getKey()));
            try {
                gateway.store(secret, part.getValue());
                stored.add(secret);
            } catch (AdminFailed e) {
                return new Outcome.Half(stored, secret, e.words());
            }
        }
        return new Outcome.Stored();
    }

    /** The certificate's references to what was written; what else it says of itself stays. */
    ObjectNode references(@Nullable ObjectNode before) {
        ObjectNode object = before == null ? JsonNodeFactory.instance.objectNode() : before.deepCopy();
        object.remove(List.of("chain", "key", "password"));
        for (String field : List.of("chain", "key", "password")) {
            String secret = secrets.get(field);
            if (secret != null) {
                object.putObject(field).put("secret", secret);
            }
        }
        return object;
    }
}
