package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/** What a shop's origin serves: answers, endless event streams and WebSockets; and clients that check what they get of it. */
final class Steady {
    private static final long PAUSE = 100_000_000L;
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    /** An answer as a client got it. */
    interface Check {
        void on(int status, String body);
    }

    private Steady() {}

    /** An origin that answers with its name and the path it was asked for, counts events, and echoes on WebSockets. */
    static Origin origin(String name) throws IOException {
        return Origin.that(connection -> {
            for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                String path = head.split(" ", 3)[1];
                if (head.toLowerCase(Locale.ROOT).contains("upgrade: websocket")) {
                    echo(connection, head);
                    return;
                } else if (path.endsWith("/events")) {
                    count(connection);
                    return;
                }
                String body = name + path;
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            }
        });
    }

    private static void count(Origin.Connection connection) throws IOException {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 1_000_000; !connection.socket().isClosed(); i++) {
            connection.send("f\r\ndata: " + i + "\n\n\r\n");
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static void echo(Origin.Connection connection, String head) throws IOException {
        String key = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key: "))
                .findFirst()
                .orElseThrow()
                .substring("sec-websocket-key: ".length());
        connection.send("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Accept: " + WebSocket.accept(key) + "\r\n\r\n");
        byte[] some = new byte[1024];
        for (int n = connection.socket().getInputStream().read(some);
                n > 0;
                n = connection.socket().getInputStream().read(some)) {
            connection.socket().getOutputStream().write(some, 0, n);
        }
    }

    /** A client with one kept connection of HTTP/1.1. */
    static SteadyLoad.Client http1(int port, String path, Check check) throws IOException {
        RawClient client = new RawClient(port);
        return new SteadyLoad.Client() {
            @Override
            public void request() throws IOException {
                client.send("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
                RawClient.Answer answer = client.answer();
                assertThat(answer.ending()).as("HTTP/1.1").isEqualTo(RawClient.Ending.WHOLE);
                assertThat(answer.header("connection")).isNull();
                check.on(answer.status(), answer.body());
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** A client with one connection of HTTP/2. */
    static SteadyLoad.Client http2(int port, String path, Check check) throws IOException {
        RawHttp2 client = open(port);
        return new SteadyLoad.Client() {
            private int stream = -1;

            @Override
            public void request() throws Exception {
                stream += 2;
                client.request(stream, true, "GET", path);
                int status = Integer.parseInt(
                        client.fields(headers(client, stream)).status().toString());
                StringBuilder body = new StringBuilder();
                RawHttp2.Frame part;
                do {
                    part = next(client);
                    body.append(part.type() == RawHttp2.DATA ? part.text() : "");
                } while (part.type() != RawHttp2.DATA || !part.endsStream());
                check.on(status, body.toString());
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** A client of an event stream: a request of its is the next event. */
    static SteadyLoad.Client events1(int port) throws IOException {
        RawClient client = new RawClient(port);
        client.send("GET /events HTTP/1.1\r\nHost: a\r\n\r\n");
        return events(client::close, text -> {
            while (text.indexOf("\n\n") < 0) {
                byte[] some = new byte[4096];
                int n = client.readSome(some);
                assertThat(n).as("the event stream over HTTP/1.1 has ended").isPositive();
                text.append(new String(some, 0, n, java.nio.charset.StandardCharsets.US_ASCII));
            }
        });
    }

    /** The same over HTTP/2. */
    static SteadyLoad.Client events2(int port) throws Exception {
        RawHttp2 client = open(port);
        client.request(1, true, "GET", "/events");
        headers(client, 1);
        return events(client::close, text -> {
            while (text.indexOf("\n\n") < 0) {
                RawHttp2.Frame part = next(client);
                assertThat(part.endsStream() && part.type() == RawHttp2.DATA)
                        .as("the event stream over HTTP/2 has ended")
                        .isFalse();
                text.append(part.type() == RawHttp2.DATA ? part.text() : "");
            }
        });
    }

    private interface More {
        void into(StringBuilder text) throws IOException;
    }

    private static SteadyLoad.Client events(Closeable client, More more) {
        return new SteadyLoad.Client() {
            private final StringBuilder text = new StringBuilder();
            private int expected = 1_000_000;

            @Override
            public void request() throws IOException {
                more.into(text);
                int end = text.indexOf("\n\n");
                assertThat(text.substring(0, end)).endsWith("data: " + expected++);
                text.delete(0, end + 2);
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** A client of a WebSocket: a request of its is sent and comes back. */
    static SteadyLoad.Client socket1(int port) throws IOException {
        RawClient client = new RawClient(port);
        client.send("GET /chat HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n");
        assertThat(client.answer().status()).isEqualTo(101);
        return new SteadyLoad.Client() {
            @Override
            public void request() throws IOException {
                client.send("hello");
                assertThat(client.socket().getInputStream().readNBytes(5))
                        .as("the WebSocket over HTTP/1.1")
                        .isEqualTo("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** The same over HTTP/2. */
    static SteadyLoad.Client socket2(int port) throws Exception {
        RawHttp2 client = open(port);
        client.next(RawHttp2.SETTINGS);
        byte[] ask = client.block(
                ":method",
                "CONNECT",
                ":protocol",
                "websocket",
                ":scheme",
                "http",
                ":authority",
                "a",
                ":path",
                "/chat",
                "sec-websocket-version",
                "13");
        client.send(RawHttp2.HEADERS, RawHttp2.END_HEADERS, 1, ask);
        assertThat(client.fields(headers(client, 1)).status()).hasToString("200");
        return new SteadyLoad.Client() {
            @Override
            public void request() throws IOException {
                client.data(1, false, "hello");
                StringBuilder back = new StringBuilder();
                while (back.length() < 5) {
                    RawHttp2.Frame part = next(client);
                    back.append(part.type() == RawHttp2.DATA ? part.text() : "");
                }
                assertThat(back).as("the WebSocket over HTTP/2").hasToString("hello");
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    /** A connection of HTTP/2 whose windows are as wide as they go. */
    private static RawHttp2 open(int port) throws IOException {
        RawHttp2 client = new RawHttp2(port, 4, Integer.MAX_VALUE);
        client.send(RawHttp2.WINDOW_UPDATE, 0, 0, RawHttp2.integer(Integer.MAX_VALUE - 65_535));
        return client;
    }

    private static RawHttp2.Frame headers(RawHttp2 client, int stream) throws IOException {
        RawHttp2.Frame frame = next(client);
        while (frame.type() != RawHttp2.HEADERS) {
            frame = next(client);
        }
        assertThat(frame.stream()).isEqualTo(stream);
        return frame;
    }

    /** The next frame, which ends neither stream nor connection before its time. */
    private static RawHttp2.Frame next(RawHttp2 client) throws IOException {
        RawHttp2.Frame frame = Objects.requireNonNull(client.next(), "the connection has ended");
        assertThat(frame.type()).isNotIn(RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
        return frame;
    }
}
