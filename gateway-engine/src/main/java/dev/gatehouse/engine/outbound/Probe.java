package dev.gatehouse.engine.outbound;

import dev.gatehouse.engine.model.ActiveHealth;
import dev.gatehouse.engine.model.GrpcHealth;
import dev.gatehouse.engine.snapshot.TargetTls;
import dev.gatehouse.engine.upstream.TargetState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Asks one target once. Blocks. */
final class Probe {
    /**
     * How it went.
     *
     * @param reason what was wrong, in a few words; empty if nothing was
     */
    record Outcome(boolean good, String reason) {
        static final Outcome GOOD = new Outcome(true, "");
    }

    private final OkHttpClient client;
    private final ActiveHealth probes;

    private final TargetState target;
    private final @Nullable TargetTls tls;

    Probe(OkHttpClient client, ActiveHealth probes, TargetState target, @Nullable TargetTls tls) {
        OkHttpClient reaching = tls == null ? client : ProbeTls.client(client, tls);
        OkHttpClient.Builder asking = reaching.newBuilder()
                .callTimeout(probes.timeout())
                .dns(_ -> List.of(InetAddress.getAllByName(target.host()))); // whatever name it is asked by
        if (probes.grpc() != null && tls == null) {
            asking.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        }
        this.client = asking.build();
        this.probes = probes;
        this.target = target;
        this.tls = tls;
    }

    Outcome ask() {
        String path = probes.path();
        GrpcHealth grpc = probes.grpc();
        try {
            return grpc != null ? check(new GrpcCheck(grpc.service())) : path == null ? connect() : get(path);
        } catch (InterruptedIOException e) {
            return new Outcome(false, "no answer in " + probes.timeout().toMillis() + " ms");
        } catch (UnknownHostException e) {
            return new Outcome(false, "the host name cannot be resolved");
        } catch (SSLException e) {
            return new Outcome(false, "the TLS handshake failed");
        } catch (ConnectException e) {
            return new Outcome(false, "no connection");
        } catch (IOException e) {
            return new Outcome(false, "the connection broke");
        }
    }

    private Outcome connect() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(target.host(), target.port()),
                    Math.toIntExact(probes.timeout().toMillis()));
            return Outcome.GOOD;
        }
    }

    private HttpUrl root() {
        return new HttpUrl.Builder()
                .scheme(tls == null ? "http" : "https")
                .host(tls == null ? target.name() : ProbeTls.name(tls, target))
                .port(target.port())
                .build();
    }

    private Outcome check(GrpcCheck check) throws IOException {
        try (Response response = client.newCall(check.request(root())).execute()) {
            return check.read(response);
        }
    }

    private Outcome get(String path) throws IOException {
        HttpUrl root = root();
        HttpUrl url = root.resolve(path);
        Request request = new Request.Builder()
                .url(url == null ? root : url)
                .header("User-Agent", "gatehouse-health")
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code() >= 200 && response.code() < 400
                    ? Outcome.GOOD
                    : new Outcome(false, "status " + response.code());
        }
    }
}
