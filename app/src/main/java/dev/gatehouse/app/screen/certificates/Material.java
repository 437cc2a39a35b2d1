package dev.gatehouse.app.screen.certificates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person gives for a certificate: PEM blocks in any order and from any number of files, or a PKCS#12 store. It holds
 * the key only until it is stored, is asked for it by nobody but what sends it to the gateway, and says nothing as text.
 */
final class Material {
    /** What is larger is no certificate. */
    static final int LARGEST = 64 * 1024;

    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----[^-]*-----END \\1-----\\R?");
    private static final int SEQUENCE = 0x30;

    private final Set<String> certificates = new LinkedHashSet<>();
    private String key = "";
    private String store = "";
    private String password = "";

    /**
     * What there is, without any of it.
     *
     * @param certificates how many
     * @param key whether there is one
     * @param store whether there is a PKCS#12 store, which has all
     * @param locked whether a password is needed
     */
    record Given(int certificates, boolean key, boolean store, boolean locked) {
        /** Nothing yet. */
        static final Given NOTHING = new Given(0, false, false, false);

        /** Whether it can be looked at. */
        boolean whole() {
            return store || certificates > 0 && key;
        }
    }

    /** Takes the PEM blocks out of a text; false if there is none that is of use. */
    boolean take(String text) {
        boolean found = false;
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            String block = blocks.group().strip() + "\n";
            if (blocks.group(1).endsWith("CERTIFICATE")) {
                certificates.add(block);
                store = "";
                found = true;
            } else if (blocks.group(1).endsWith("PRIVATE KEY")) {
                key = block;
                store = "";
                found = true;
            }
        }
        return found;
    }

    /** Takes a file: PEM, one certificate in its binary form, or a PKCS#12 store; false for what is none of these. */
    boolean take(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            return false;
        }
        if (file[0] != SEQUENCE) {
            return take(new String(file, StandardCharsets.UTF_8));
        }
        try {
            byte[] der = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(file))
                    .getEncoded();
            certificates.add("-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n");
            store = "";
        } catch (CertificateException e) {
            clear();
            store = Base64.getMimeEncoder().encodeToString(file);
        }
        return true;
    }

    /** Opens a store or a locked key; empty for none. */
    void password(String word) {
        password = word;
    }

    /** Forgets everything. */
    void clear() {
        certificates.clear();
        key = "";
        store = "";
        password = "";
    }

    Given given() {
        boolean lockedKey = key.contains("ENCRYPTED");
        return new Given(certificates.size(), !key.isEmpty(), !store.isEmpty(), lockedKey || !store.isEmpty());
    }

    /** The parts as a certificate of the configuration has them, by field; the key before what it belongs to. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        if (given().locked() && !password.isEmpty()) {
            parts.put("password", password);
        }
        if (!key.isEmpty()) {
            parts.put("key", key);
        }
        parts.put("chain", store.isEmpty() ? String.join("", certificates) : store);
        return parts;
    }

    /** The question what it is, with the values themselves. */
    ObjectNode question() {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        parts().forEach((field, value) -> question.putObject(field).put("value", value));
        return question;
    }

    @Override
    public String toString() {
        return "material of a certificate";
    }
}
