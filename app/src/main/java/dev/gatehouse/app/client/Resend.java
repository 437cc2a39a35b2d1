package dev.gatehouse.app.client;

import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends a recorded call once more, to the listener that took it. */
public final class Resend {
    /** Methods that change nothing at the origin (RFC 9110, 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** A host that is no address: only a name says which certificate is meant, and it leads nowhere else. */
    private static final Pattern NAME = Pattern.compile("(?=.*[a-z])[a-z0-9.-]{1,253}");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private Resend() {}

    /**
     * What came back.
     *
     * @param bytes of the body
     */
    public record Answer(int status, long millis, long bytes) {}

    /** Whether a call may be sent again without asking anybody. */
    public static boolean isSafe(Call call) {
        return SAFE.contains(call.method());
    }

    /**
     * The path of a call with its query as it can be sent: the names, without the values, which are not recorded.
     */
    public static String target(Call call) {
        return call.query().isEmpty()
                ? call.path()
                : call.path() + "?" + call.query().replaceAll("=\\*(?=&|$)", "=");
    }

    /**
     * Sends it: method, scheme, host and path as recorded; neither headers nor a body, which are not. Over TLS the listener is
     * asked for the call's host, and whatever certificate it shows is taken: it is the listener's address that is meant. Blocks.
     *
     * @param admin where the gateway's Admin API is, for a listener that is bound to all addresses
     */
    public static Answer send(AdminClient client, URI admin, Call call) throws AdminFailed, IOException {
        boolean tls = call.scheme().equals("https");
        HttpUrl listener = HttpUrl.get(listener(client, admin, call, tls ? "https" : "http"));
        String host = tls && NAME.matcher(call.host()).matches() ? call.host() : listener.host();
        InetAddress address = InetAddress.getByName(listener.host());
        OkHttpClient http = Trust.ANYONE
                .apply(new OkHttpClient.Builder())
                .dns(_ -> List.of(address))
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(60))
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
        Request request = new Request.Builder()
                .url(listener.newBuilder().host(host).build().toString().replaceAll("/$", "") + target(call))
                .header("Host", call.host())
                .method(call.method(), WITH_BODY.contains(call.method()) ? RequestBody.create(new byte[0], null) : null)
                .build();
        long start = System.nanoTime();
        try (Response response = http.newCall(request).execute()) {
            long bytes = response.body().source().readAll(okio.Okio.blackhole());
            return new Answer(
                    response.code(), Duration.ofNanos(System.nanoTime() - start).toMillis(), bytes);
        } finally {
            http.connectionPool().evictAll();
            http.dispatcher().executorService().shutdown();
        }
    }

    private static String listener(AdminClient client, URI admin, Call call, String scheme)
            throws AdminFailed, IOException {
        for (Bound each : Bound.all(client)) {
            if (each.name().equals(call.listener())) {
                return each.url(admin, scheme);
            }
        }
        throw new IOException(Texts.get("traffic.resend.no-listener", call.listener()));
    }
}
