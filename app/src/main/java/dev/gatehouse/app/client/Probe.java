package dev.gatehouse.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Tries a connection to a gateway, one question at a time. Every method blocks for at most five seconds, answers with
 * what it found in words, or throws {@link ProbeFailed}.
 */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String token;
    private final Trust trust;
    private final OkHttpClient http;

    /**
     * A probe.
     *
     * @param address of the Admin API, with a port
     * @param trust whom to believe where the address begins with https
     */
    public Probe(URI address, String token, Trust trust) {
        this.address = address;
        this.token = token;
        this.trust = trust;
        http = trust.apply(new OkHttpClient.Builder()
                        .callTimeout(PATIENCE)
                        .followRedirects(false)
                        .retryOnConnectionFailure(false))
                .build();
    }

    /** Whether the host has an address. */
    public String resolve() throws ProbeFailed {
        try {
            return InetAddress.getByName(address.getHost()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new ProbeFailed(
                    Texts.get("probe.unknown-host", address.getHost()), Texts.get("probe.unknown-host.wayout"), e);
        }
    }

    /** Whether something takes connections there. */
    public String reach() throws ProbeFailed {
        long started = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
            return Texts.get("probe.reached", (System.nanoTime() - started) / 1_000_000);
        } catch (ConnectException e) {
            throw new ProbeFailed(Texts.get("probe.refused", address.getPort()), Texts.get("probe.refused.wayout"), e);
        } catch (SocketTimeoutException e) {
            throw new ProbeFailed(Texts.get("probe.silent", PATIENCE.toSeconds()), Texts.get("probe.silent.wayout"), e);
        } catch (IOException e) {
            throw new ProbeFailed(
                    Texts.get("probe.unreachable", String.valueOf(e.getMessage())),
                    Texts.get("probe.silent.wayout"),
                    e);
        }
    }

    /** Whether what is sent can be read on the way: without TLS, to another machine. */
    public boolean isReadable() {
        return !secure() && !List.of("localhost", "127.0.0.1", "[::1]").contains(address.getHost());
    }

    /**
     * Whether the certificate is the accepted one.
     *
     * @throws CertificateRefused if none was accepted yet, or another one
     */
    public String certificate() throws ProbeFailed {
        if (!secure()) {
            return Texts.get(isReadable() ? "probe.plain" : "probe.plain.here");
        }
        try {
            X509Certificate shown = Presented.at(address.getHost(), address.getPort(), PATIENCE);
            String fingerprint = Trust.fingerprint(shown);
            String pinned = trust.fingerprint();
            if (fingerprint.equals(pinned)) {
                return Texts.get("probe.certificate.same");
            }
            String until = shown.getNotAfter()
                    .toInstant()
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString();
            String about = Texts.get(
                    "probe.certificate.about",
                    shown.getSubjectX500Principal().getName(),
                    shown.getIssuerX500Principal().getName(),
                    until);
            throw pinned == null
                    ? new CertificateRefused(
                            Texts.get("probe.certificate.new"),
                            Texts.get("probe.certificate.new.wayout"),
                            about,
                            fingerprint,
                            null)
                    : new CertificateRefused(
                            Texts.get("probe.certificate.other"),
                            Texts.get("probe.certificate.other.wayout"),
                            about,
                            fingerprint,
                            pinned);
        } catch (IOException e) {
            throw new ProbeFailed(
                    Texts.get("probe.tls", String.valueOf(e.getMessage())), Texts.get("probe.tls.wayout"), e);
        }
    }

    private boolean secure() {
        return "https".equalsIgnoreCase(address.getScheme());
    }

    /** Whether what listens there is a gateway's Admin API. */
    public String answer() throws ProbeFailed {
        try (Response response = get("/health/live", false)) {
            JsonNode body = read(response);
            if (response.code() == 200 && body.path("status").asText().equals("live")) {
                return Texts.get("probe.lives");
            }
            throw new ProbeFailed(Texts.get("probe.stranger", response.code()), Texts.get("probe.stranger.wayout"));
        } catch (SSLException e) {
            throw new ProbeFailed(
                    Texts.get("probe.tls", String.valueOf(e.getMessage())), Texts.get("probe.tls.wayout"), e);
        } catch (IOException e) {
            throw new ProbeFailed(
                    Texts.get("probe.no-http", String.valueOf(e.getMessage())), Texts.get("probe.stranger.wayout"), e);
        }
    }

    /** Whether the token opens it. */
    public String token() throws ProbeFailed {
        JsonNode status = status();
        return status.isObject() ? Texts.get("probe.accepted") : "";
    }

    /** Which version runs there, on which revision. */
    public String version() throws ProbeFailed {
        JsonNode status = status();
        String revision = status.path("revision")
                .path("active")
                .asText(status.path("revision").asText(""));
        return Texts.get("probe.version", status.path("version").asText("?"), revision.isEmpty() ? "–" : revision);
    }

    private JsonNode status() throws ProbeFailed {
        try (Response response = get("/admin/v1/status", true)) {
            if (response.code() == 401 || response.code() == 403) {
                throw new ProbeFailed(Texts.get("probe.token", response.code()), Texts.get("probe.token.wayout"));
            }
            if (response.code() != 200) {
                throw new ProbeFailed(Texts.get("probe.status", response.code()), Texts.get("probe.status.wayout"));
            }
            return read(response);
        } catch (IOException e) {
            throw new ProbeFailed(
                    Texts.get("probe.no-http", String.valueOf(e.getMessage())), Texts.get("probe.status.wayout"), e);
        }
    }

    private Response get(String path, boolean authorised) throws IOException {
        Request.Builder request = new Request.Builder().url(address + path);
        if (authorised) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.newCall(request.build()).execute();
    }

    /** The body as JSON, whatever it was: a stranger's web page counts as an empty object. */
    private static JsonNode read(Response response) throws IOException {
        String text = response.peekBody(64 * 1024).string();
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
