package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.netty.pkitesting.X509Bundle;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates through the Admin API of a whole gateway: refused, served, renewed, told of. */
class CertificatesTest {
    private static final String JSON = "application/json";
    private final Instant now = Instant.now();

    @TempDir
    private Path directory;

    private Pki pki;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        pki = new Pki();
        gateway = TestGateway.start(directory.resolve("data"), TestGateway.CONFIG);
        put("shop", pki.put("shop", "shop.example"));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void put(String name, X509Bundle issued) throws Exception {
        secret(name + ".crt", issued.getCertificatePathPEM());
        secret(name + ".key", issued.getPrivateKeyPEM());
    }

    private void secret(String name, String value) throws Exception {
        String body = new JsonMapper().writeValueAsString(Map.of("value", value));
        assertThat(gateway.write("PUT", "/secrets/" + name, null, JSON, body).statusCode())
                .isEqualTo(200);
    }

    private static String referring(String name) {
        return """
            {"chain": {"secret": "%1$s.crt"}, "key": {"secret": "%1$s.key"}}\
            """.formatted(name);
    }

    private HttpResponse<String> create(String name, String certificate) throws Exception {
        return gateway.create("/certificates/" + name, JSON, certificate);
    }

    /** Lets the listener serve the certificate {@code shop}. */
    private void listen() throws Exception {
        assertThat(create("shop", referring("shop")).statusCode()).isEqualTo(200);
        String tls = "{\"tls\": {\"certificates\": [\"shop\"]}}";
        HttpResponse<String> answer =
                gateway.write("PATCH", "/listeners/public", "*", "application/merge-patch+json", tls);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String shown() throws Exception {
        int port = Objects.requireNonNull(gateway.gateway().listeners().get("public"))
                .getPort();
        try (SSLSocket socket = pki.connect(port, "shop.example", null)) {
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private void refused(HttpResponse<String> answer, String pointer, String message) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        JsonNode violation = TestGateway.json(answer).at("/violations/0");
        assertThat(violation.path("pointer").asText()).isEqualTo(pointer);
        assertThat(violation.path("message").asText()).contains(message);
        assertThat(answer.body()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void a_key_of_another_certificate_is_refused_at_the_key() throws Exception {
        put("docs", pki.put("docs", "docs.example"));
        String wrong = "{\"chain\": {\"secret\": \"shop.crt\"}, \"key\": {\"secret\": \"docs.key\"}}";
        refused(create("shop", wrong), "/certificates/shop/key", "does not belong to the certificate of CN=shop");
    }

    @Test
    void a_certificate_that_is_not_of_age_is_refused() throws Exception {
        put(
                "old",
                pki.issue(Pki.certificate("CN=old", "old.example")
                        .notBefore(now.minus(Duration.ofDays(20)))
                        .notAfter(now.minus(Duration.ofDays(10)))));
        put(
                "young",
                pki.issue(Pki.certificate("CN=young", "young.example")
                        .notBefore(now.plus(Duration.ofDays(2)))
                        .notAfter(now.plus(Duration.ofDays(10)))));
        refused(create("old", referring("old")), "/certificates/old/chain", "expired on");
        refused(create("young", referring("young")), "/certificates/young/chain", "is not valid before");
    }

    @Test
    void what_is_no_certificate_is_refused() throws Exception {
        secret("noise.crt", "hello");
        secret("noise.key", "hello");
        refused(create("noise", referring("noise")), "/certificates/noise/chain", "no certificate");
        String gone = "{\"chain\": {\"file\": \"/nowhere/shop.crt\"}, \"key\": {\"secret\": \"shop.key\"}}";
        refused(create("gone", gone), "/certificates/gone/chain", "There is no file /nowhere/shop.crt");
    }

    @Test
    void a_pkcs12_store_is_read_from_a_file_and_in_base64_from_a_secret() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Pki.pkcs12(pki.issue(Pki.certificate("CN=stored", "stored.example")), "hush".toCharArray())
                .store(bytes, "hush".toCharArray());
        Path file = Files.write(directory.resolve("stored.p12"), bytes.toByteArray());
        secret("stored", Base64.getMimeEncoder().encodeToString(bytes.toByteArray()));
        secret("word", "hush");
        secret("other-word", "hash");
        String chain = "{\"chain\": {\"%s\": \"%s\"}, \"password\": {\"secret\": \"%s\"}}";
        assertThat(create("a", chain.formatted("file", file, "word")).statusCode())
                .isEqualTo(200);
        assertThat(create("b", chain.formatted("secret", "stored", "word")).statusCode())
                .isEqualTo(200);
        refused(
                create("c", chain.formatted("secret", "stored", "other-word")),
                "/certificates/c/password",
                "does not open");
        assertThat(gateway.get("/status").at("/certificates/0/subject").asText())
                .isEqualTo("CN=stored");
    }

    @Test
    void a_new_value_of_a_secret_is_served_at_once_and_makes_no_revision() throws Exception {
        listen();
        int revision = gateway.gateway().revision();
        assertThat(shown()).isEqualTo("CN=shop");
        X509Bundle renewed = pki.issue(Pki.certificate("CN=renewed", "shop.example"));
        secret("shop.crt", renewed.getCertificatePathPEM());
        assertThat(shown()).as("until the key comes too").isEqualTo("CN=shop");
        assertThat(gateway.get("/status")
                        .at("/certificates/0/lastError/message")
                        .asText())
                .contains("does not belong");
        secret("shop.key", renewed.getPrivateKeyPEM());
        assertThat(shown()).isEqualTo("CN=renewed");
        assertThat(gateway.gateway().revision()).isEqualTo(revision);
        assertThat(gateway.get("/status").at("/certificates/0/lastError").isNull())
                .isTrue();
    }

    @Test
    void the_end_of_a_certificate_is_told_as_state_event_and_metric() throws Exception {
        Instant end = Instant.ofEpochSecond(now.plus(Duration.ofDays(5)).getEpochSecond());
        put("soon", pki.issue(Pki.certificate("CN=soon", "soon.example").notAfter(end)));
        HttpResponse<String> created = create("soon", referring("soon"));
        assertThat(TestGateway.json(created).at("/warnings/0/message").asText()).contains("expires on");
        JsonNode status = gateway.get("/status").at("/certificates/0");
        assertThat(status.path("state").asText()).isEqualTo("expires-soon");
        assertThat(status.path("notAfter").asText()).isEqualTo(end.toString());
        assertThat(gateway.send(gateway.admin("/metrics")).body())
                .contains("gatehouse_certificate_not_after_seconds{certificate=\"soon\"} ");
    }

    @Test
    void a_host_that_no_certificate_is_for_is_warned_of() throws Exception {
        listen();
        String route = "{\"match\": {\"hosts\": [\"other.example\"]}, \"forward\": {\"respond\": {\"status\": 204}}}";
        HttpResponse<String> created = gateway.create("/routes/other", JSON, route);
        JsonNode warning = TestGateway.json(created).at("/warnings/0");
        assertThat(warning.path("pointer").asText()).isEqualTo("/routes/other/match/hosts/0");
        assertThat(warning.path("message").asText()).contains("No certificate of the listener 'public'");
    }

    private JsonNode inspect(String certificate) throws Exception {
        HttpResponse<String> answer = gateway.write("POST", "/inspect/certificate", null, JSON, certificate);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("PRIVATE KEY");
        return TestGateway.json(answer);
    }

    @Test
    void a_certificate_is_inspected_before_it_is_stored() throws Exception {
        X509Bundle issued = pki.issue(Pki.certificate("CN=new", "new.example"));
        String sent = new JsonMapper()
                .writeValueAsString(Map.of(
                        "chain", Map.of("value", issued.getCertificatePathPEM()),
                        "key", Map.of("value", issued.getPrivateKeyPEM())));
        JsonNode found = inspect(sent);
        assertThat(found.path("paired").asBoolean()).isTrue();
        assertThat(found.path("violations")).isEmpty();
        JsonNode certificate = found.path("certificate");
        assertThat(certificate.path("subject").asText()).isEqualTo("CN=new");
        assertThat(certificate.path("names").toString()).isEqualTo("[\"new.example\"]");
        assertThat(certificate.path("state").asText()).isEqualTo("good");
        assertThat(certificate.at("/chain/0/issuer").asText()).isEqualTo("CN=Test Authority");
        assertThat(gateway.get("/secrets").path("items"))
                .as("only those from before")
                .hasSize(2);
    }

    @Test
    void an_inspection_follows_references_and_says_what_an_apply_would() throws Exception {
        assertThat(inspect(referring("shop")).at("/certificate/subject").asText())
                .isEqualTo("CN=shop");
        put("docs", pki.put("docs", "docs.example"));
        JsonNode wrong = inspect("{\"chain\": {\"secret\": \"shop.crt\"}, \"key\": {\"secret\": \"docs.key\"}}");
        assertThat(wrong.path("paired").asBoolean()).isFalse();
        assertThat(wrong.at("/certificate/subject").asText()).isEqualTo("CN=shop");
        assertThat(wrong.at("/violations/0/pointer").asText()).isEqualTo("/key");
        assertThat(wrong.at("/violations/0/message").asText()).contains("does not belong");
        JsonNode gone = inspect("{\"chain\": {\"secret\": \"shop.crt\"}, \"key\": {\"secret\": \"gone\"}}");
        assertThat(gone.at("/violations/0/message").asText()).contains("There is no secret 'gone'");
        put("old", pki.issue(Pki.certificate("CN=old", "old.example").notAfter(now.minus(Duration.ofHours(2)))));
        JsonNode old = inspect(referring("old"));
        assertThat(old.at("/certificate/state").asText()).isEqualTo("expired");
        assertThat(old.at("/violations/0/message").asText()).contains("expired on");
        assertThat(gateway.write("POST", "/inspect/certificate", null, JSON, "{}")
                        .statusCode())
                .isEqualTo(400);
    }
}
