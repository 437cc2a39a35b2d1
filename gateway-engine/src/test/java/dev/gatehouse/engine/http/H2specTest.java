package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.Pki;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The conformance tests of h2spec (RFC 7540, RFC 7541), whose program for Linux lies in a jar of the test class path. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class H2specTest {
    @TempDir
    Path directory;

    private static final String ANSWERING = """
        listeners: {public: {address: 127.0.0.1, port: 0%s}}
        routes: {all: {match: {path: /**}, forward: {respond: {status: 200, body: hello}}}}
        """;

    @Test
    void every_case_passes_in_cleartext() throws Exception {
        try (RunningGateway gateway = RunningGateway.with(ANSWERING.formatted(""))) {
            passes(gateway.port());
        }
    }

    @Test
    void every_case_passes_over_tls() throws Exception {
        Pki pki = new Pki();
        pki.put("shop", "127.0.0.1");
        String tls = ", tls: {certificates: [shop]}";
        try (RunningGateway gateway =
                RunningGateway.with(pki, ANSWERING.formatted(tls) + "certificates: {" + Pki.yaml("shop") + "}\n")) {
            passes(gateway.port(), "-t", "-k");
        }
    }

    private void passes(int port, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(unpacked().toString(), "-h", "127.0.0.1", "-o", "2"));
        command.addAll(List.of("-p", Integer.toString(port)));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(report).contains(" passed, ").as("%s", report).contains(" 0 failed");
    }

    private Path unpacked() throws Exception {
        Path archive = directory.resolve("h2spec.tar.gz");
        try (InputStream packed = H2specTest.class.getResourceAsStream("/h2spec/2.2.0/h2spec_linux_amd64.tar.gz")) {
            Assumptions.assumeTrue(packed != null, "h2spec is not on the class path");
            Files.copy(packed, archive);
        }
        Process unpacking = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", directory.toString())
                .inheritIO()
                .start();
        assertThat(unpacking.waitFor()).isZero();
        return directory.resolve("h2spec");
    }
}
