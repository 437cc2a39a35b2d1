import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** The soak's clients: each goes on until the end, in a thread of its own, at a modest rate. */
final class Clients {
    private final Tally tally;
    private final String plain;
    private final String secure;
    private final OkHttpClient http1;
    private final OkHttpClient http2;
    private final AtomicReference<String> serial = new AtomicReference<>("");
    private volatile boolean over;

    Clients(Tally tally, String plain, String secure) throws Exception {
        this.tally = tally;
        this.plain = plain;
        this.secure = secure;
        X509TrustManager anyone = new Anyone();
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {anyone}, new SecureRandom());
        OkHttpClient base = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .readTimeout(Duration.ofSeconds(20))
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(64, 1, TimeUnit.MINUTES))
                .build();
        base.dispatcher().setMaxRequests(500);
        base.dispatcher().setMaxRequestsPerHost(500);
        http1 = base.newBuilder().protocols(List.of(Protocol.HTTP_1_1)).build();
        http2 = base.newBuilder()
                .connectionPool(new ConnectionPool(4, 20, TimeUnit.SECONDS))
                .sslSocketFactory(tls.getSocketFactory(), anyone)
                .hostnameVerifier((_, _) -> true)
                .build();
    }

    void start() {
        for (int i = 0; i < 4; i++) {
            forever("GET over HTTP/1.1", 10, () -> get(http1, plain + "/small", "GET over HTTP/1.1"));
            forever("GET over HTTP/2", 15, () -> get(http2, secure + "/small", "GET over HTTP/2"));
        }
        for (int i = 0; i < 2; i++) {
            forever("POST of 64 KiB", 40, () -> post(http1, plain));
            forever("POST of 64 KiB over HTTP/2", 60, () -> post(http2, secure));
        }
        forever("2 MiB read to its end", 200, () -> large(http1, plain, false));
        forever("2 MiB read to its end over HTTP/2", 300, () -> large(http2, secure, false));
        forever("2 MiB left in the middle", 100, () -> large(http1, plain, true));
        forever("2 MiB left in the middle over HTTP/2", 100, () -> large(http2, secure, true));
        for (int i = 0; i < 20; i++) {
            OkHttpClient client = i % 2 == 0 ? http1 : http2;
            forever("event stream", 500, () -> events(client, i(client)));
            forever("WebSocket", 500, () -> socket(client, i(client)));
        }
        forever("revision", 50, this::revision);
    }

    void stop() {
        over = true;
        http1.dispatcher().cancelAll();
        http2.dispatcher().cancelAll();
    }

    /** The serial number of the certificate that the last new TLS connection was shown. */
    String serial() {
        return serial.get();
    }

    private String i(OkHttpClient client) {
        return client == http1 ? plain : secure;
    }

    private void forever(String name, long pauseMillis, Action action) {
        Thread.ofVirtual().name(name).start(() -> {
            while (!over) {
                try {
                    action.run();
                    Thread.sleep(pauseMillis);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }

    private void get(OkHttpClient client, String url, String kind) {
        long began = System.nanoTime();
        try (Response response = client.newCall(new Request.Builder().url(url).build()).execute()) {
            int length = response.body().bytes().length;
            if (response.code() == 200 && length == 300) {
                tally.count(kind);
            } else {
                tally.failed(kind, began, response.code() != 200, "status " + response.code() + ", " + length + " bytes");
            }
        } catch (IOException e) {
            // the head had come or not: OkHttp does not tell, so a break near a kill counts as one in the body
            failed(kind, began, false, e);
        }
    }

    private void post(OkHttpClient client, String address) {
        long began = System.nanoTime();
        String kind = client == http1 ? "POST of 64 KiB" : "POST of 64 KiB over HTTP/2";
        Request request = new Request.Builder()
                .url(address + "/upload")
                .post(RequestBody.create(new byte[64 * 1024]))
                .build();
        try (Response response = client.newCall(request).execute()) {
            String body = response.body().string();
            if (response.code() == 200 && body.equals("65536")) {
                tally.count(kind);
            } else {
                tally.failed(kind, began, false, "status " + response.code() + ": " + body);
            }
        } catch (IOException e) {
            failed(kind, began, false, e);
        }
    }

    private void large(OkHttpClient client, String address, boolean leave) {
        long began = System.nanoTime();
        String kind = (leave ? "2 MiB left in the middle" : "2 MiB read to its end") + (client == http1 ? "" : " over HTTP/2");
        try (Response response = client.newCall(new Request.Builder().url(address + "/large").build()).execute()) {
            InputStream in = response.body().byteStream();
            if (leave) {
                in.readNBytes(100_000);
                tally.count(kind);
                return;
            }
            int length = in.readAllBytes().length;
            if (response.code() == 200 && length == 2 * 1024 * 1024) {
                tally.count(kind);
            } else {
                tally.failed(kind, began, response.code() != 200, "status " + response.code() + ", " + length + " bytes");
            }
        } catch (IOException e) {
            failed(kind, began, false, e);
        }
    }

    private void events(OkHttpClient client, String address) {
        long began = System.nanoTime();
        try (Response response = client.newCall(new Request.Builder().url(address + "/events").build()).execute()) {
            if (response.code() != 200) {
                tally.failed("event stream", began, true, "status " + response.code());
                return;
            }
            tally.count("event streams opened");
            while (!over && response.body().source().readUtf8Line() instanceof String line) {
                if (!line.isEmpty()) {
                    tally.count("events");
                }
            }
            if (!over) {
                tally.failed("event stream", System.nanoTime(), false, "it ended");
            }
        } catch (IOException e) {
            failed("event stream", System.nanoTime(), false, e);
        }
    }

    private void socket(OkHttpClient client, String address) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        WebSocket socket = client.newWebSocket(new Request.Builder().url(address + "/socket").build(), new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                tally.count("WebSockets opened");
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                tally.count("WebSocket messages");
            }

            @Override
            public void onMessage(WebSocket socket, ByteString bytes) {
                tally.finding("a WebSocket message came back as another kind");
            }

            @Override
            public void onFailure(WebSocket socket, Throwable t, Response response) {
                ended(t + (response == null ? "" : ", status " + response.code()));
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                ended("closed with " + code);
            }

            private void ended(String why) {
                if (ended.getCount() > 0 && !over) {
                    tally.failed("WebSocket", System.nanoTime(), false, why);
                }
                ended.countDown();
            }
        });
        while (!over && !ended.await(1, TimeUnit.SECONDS)) {
            socket.send("hello");
        }
        socket.cancel();
    }

    /** Asks twice at once over one connection each way; the answer is a number that may never go back. */
    private void revision() {
        long began = System.nanoTime();
        try (Response response =
                http1.newCall(new Request.Builder().url(plain + "/revision").build()).execute()) {
            int seen = Integer.parseInt(response.body().string());
            if (seen < newest) {
                tally.finding("a request saw revision " + seen + " after one had seen " + newest);
            }
            newest = seen;
            tally.count("revision asked");
        } catch (IOException | NumberFormatException e) {
            failed("revision", began, true, e);
        }
    }

    private int newest;

    private void failed(String kind, long began, boolean repeatable, Exception e) {
        if (!over) {
            tally.failed(kind, began, repeatable, e.toString());
        }
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    /** Trusts anyone, and notes whom: the soak renews a certificate that it made itself. */
    private final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            serial.set(chain[0].getSerialNumber().toString(16));
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
