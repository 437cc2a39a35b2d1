package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Clients that leave in the middle of a download, in every way there is, leave no permit, connection, descriptor or buffer
 * behind. {@code -Dgatehouse.proof.clients=10000} makes them as many as the promise says; buffers are watched as in every
 * test. It runs alone, as it counts the sockets of the process.
 */
@Isolated("it counts the open sockets of the process")
class AbortingClientsTest {
    private static final int CLIENTS = Integer.getInteger("gatehouse.proof.clients", 400);
    private static final int AT_ONCE = 40;
    /** Each loop opens a socket to ask for names by. */
    private static final int LOOPS = 2;

    private static final int PART = 64 * 1024;
    private static final String BIG = "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n";

    /** One client from its coming to its leaving. */
    private interface Abort {
        void by(int port) throws Exception;
    }

    /** An origin of downloads that stall after a while, as over a slow line, or come as fast as they are taken. */
    private static Origin downloads() throws IOException {
        byte[] part = new byte[PART];
        return Origin.that(connection -> {
            boolean endless = connection.head().startsWith("GET /endless");
            connection.send(BIG);
            for (int i = 0; endless || i < 4; i++) {
                connection.socket().getOutputStream().write(part);
            }
            connection.isClosedByGateway();
        });
    }

    private static String path(int number) {
        return number % 10 == 0 ? "/endless" : "/stalled";
    }

    private static void http1(int port, int number) throws Exception {
        try (RawClient client = new RawClient(port)) {
            client.send("GET " + path(number) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            byte[] first = new byte[1024];
            int length = client.readSome(first);
            assertThat(new String(first, 0, length, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 OK");
            switch (number % 4) {
                case 0 -> client.reset();
                case 1 ->
                    assertThat(client.socket().getInputStream().readNBytes(PART))
                            .hasSize(PART);
                case 2 -> client.send("GET /next HTTP/1.1\r\nHost: a\r\n\r\n"); // and leaves all the same
                default -> client.socket().shutdownOutput();
            }
        }
    }

    private static void http2(int port, int number) throws Exception {
        int window = number % 2 == 0 ? PART : 10 * PART;
        try (RawHttp2 client = new RawHttp2(port, 4, window)) {
            client.send(RawHttp2.WINDOW_UPDATE, 0, 0, RawHttp2.integer(100 * PART));
            for (int stream = 1; stream < 8; stream += 2) {
                client.request(stream, true, "GET", path(number));
            }
            for (int stream = 1; stream < 8; stream += 2) {
                client.next(RawHttp2.HEADERS);
            }
            switch (number % 3) {
                case 0 -> client.send(RawHttp2.RST_STREAM, 0, 3, RawHttp2.integer(8));
                case 1 -> client.send(RawHttp2.GOAWAY, 0, 0, new byte[8]);
                default -> {
                    // the connection closes
                }
            }
        }
    }

    private static int sockets() throws IOException {
        int sockets = 0;
        for (File descriptor : Objects.requireNonNull(new File("/proc/self/fd").listFiles())) {
            Path path = descriptor.toPath();
            try {
                sockets += Files.readSymbolicLink(path).toString().startsWith("socket:") ? 1 : 0;
            } catch (java.nio.file.NoSuchFileException e) {
                // closed in between
            }
        }
        return sockets;
    }

    private static void leaveNothing(int clients, int requestsEach, int pool, Abort one) throws Exception {
        try (Origin origin = downloads();
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0, limits: {connections: %d}}}
                    upstreams:
                      origin:
                        targets: [{address: "127.0.0.1:%d"}]
                        pool: {connections: %d, patience: 10s}
                    routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
                    """.formatted(3 * AT_ONCE, origin.port(), pool));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int most = sockets() + LOOPS;
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                running.add(threads.submit(() -> {
                    while (next.getAndIncrement() < clients) {
                        one.by(gateway.port());
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
            List<RunningGateway.Ended> ended = new ArrayList<>();
            while (ended.size() < gateway.begun()) {
                ended.add(gateway.ended());
            }
            assertThat(ended)
                    .hasSizeGreaterThanOrEqualTo(clients * requestsEach)
                    .allSatisfy(request -> assertThat(request.fault()).isEqualTo(Fault.CLIENT_GONE));
            assertThat(gateway.inUse())
                    .as("permits, and requests at the target")
                    .isZero();
            assertThat(gateway.waiting()).as("in the queue for a permit").isZero();
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            while (sockets() > most && System.nanoTime() < patience) {
                Thread.onSpinWait();
            }
            assertThat(sockets()).as("open sockets").isLessThanOrEqualTo(most);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void of_http_1_1() throws Exception {
        AtomicInteger number = new AtomicInteger();
        leaveNothing(CLIENTS, 1, AT_ONCE / 2, port -> http1(port, number.getAndIncrement()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void of_http_2() throws Exception {
        AtomicInteger number = new AtomicInteger();
        leaveNothing(CLIENTS / 4, 4, 5 * AT_ONCE, port -> http2(port, number.getAndIncrement()));
    }
}
