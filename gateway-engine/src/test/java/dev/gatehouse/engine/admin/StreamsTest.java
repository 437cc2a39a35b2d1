package dev.gatehouse.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.admin.endpoint.Endpoint;
import dev.gatehouse.engine.admin.endpoint.Shape;
import dev.gatehouse.engine.admin.stream.Message;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.telemetry.Subscription;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private static final String TEXT = "x".repeat(10_000);

    private final Streams streams = new Streams(Duration.ofMillis(20));
    private final CompletableFuture<Consumer<Integer>> subscriber = new CompletableFuture<>();
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private final AtomicInteger written = new AtomicInteger();
    private AdminServer server;

    @BeforeEach
    void start() {
        Endpoint numbers = Endpoint.get("/numbers", "Numbers.")
                .open()
                .answers(200, "Numbers.", Shape.any(), Endpoint.EVENTS)
                .by(ctx -> streams.<Integer>write(ctx, 100, this::subscribe, number -> {
                    written.incrementAndGet();
                    return new Message(String.valueOf(number), List.of(number, TEXT));
                }));
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(new AdminSettings(address, "t", false), List.of(numbers), "1");
    }

    private Subscription subscribe(Consumer<Integer> consumer) {
        consumer.accept(1);
        subscriber.complete(consumer);
        return () -> left.complete(null);
    }

    @AfterEach
    void stop() {
        streams.close();
        server.close();
    }

    @Test
    void events_have_an_id_and_json_on_one_line() throws Exception {
        try (Socket socket = open()) {
            BufferedReader lines = lines(socket);
            assertThat(next(lines, "id: ")).isEqualTo("id: 1");
            assertThat(lines.readLine()).startsWith("data: [1,\"xxx");
            subscriber.get(5, TimeUnit.SECONDS).accept(2);
            assertThat(next(lines, "id: ")).isEqualTo("id: 2");
        }
    }

    @Test
    void a_reader_that_does_not_read_loses_events_and_is_told_how_many() throws Exception {
        try (Socket socket = open()) {
            BufferedReader lines = lines(socket);
            next(lines, "id: 1");
            Consumer<Integer> consumer = subscriber.get(5, TimeUnit.SECONDS);
            for (int i = 2; i <= 20_000; i++) {
                consumer.accept(i);
            }
            assertThat(next(lines, ": ", "still here")).matches(": [0-9]+ dropped, this reader is too slow");
            assertThat(written.get()).isLessThan(20_000);
        }
    }

    @Test
    void a_stream_with_nothing_to_tell_says_that_it_is_still_there() throws Exception {
        try (Socket socket = open()) {
            BufferedReader lines = lines(socket);
            next(lines, "id: 1");
            for (int i = 0; i < 3; i++) {
                assertThat(next(lines, ": ")).isEqualTo(": still here");
            }
        }
    }

    @Test
    void when_the_reader_leaves_the_subscription_ends() throws Exception {
        open().close();
        Consumer<Integer> consumer = subscriber.get(5, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!left.isDone() && System.nanoTime() < deadline) {
            consumer.accept(3);
            Thread.onSpinWait();
        }
        assertThat(left).isDone();
    }

    @Test
    void closing_ends_open_streams() throws Exception {
        try (Socket socket = open()) {
            BufferedReader lines = lines(socket);
            next(lines, "id: 1");
            streams.close();
            left.get(5, TimeUnit.SECONDS);
        }
    }

    private Socket open() throws Exception {
        Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort());
        socket.setSoTimeout(10_000);
        String request = "GET /numbers HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws Exception {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines, String prefix) throws Exception {
        return next(lines, prefix, "nothing to skip");
    }

    private static String next(BufferedReader lines, String prefix, String skipped) throws Exception {
        String line = lines.readLine();
        while (line != null && (!line.startsWith(prefix) || line.endsWith(skipped))) {
            line = lines.readLine();
        }
        return line == null ? "" : line;
    }
}
