package dev.gatehouse.app.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final int PATIENCE = 20;

    private final BlockingQueue<LiveFrame> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Link> links = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpExchange> requests = new LinkedBlockingQueue<>();
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private EventStream<LiveFrame> stream;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/admin/v1/live", requests::add);
        server.setExecutor(handlers);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        stream = new EventStream<>(
                address, "s3cret", "/live", LiveFrame.class, InstantSource.system(), frames::add, links::add);
    }

    @AfterEach
    void stop() {
        stream.close();
        server.stop(0);
        handlers.shutdownNow();
    }

    @Test
    void frames_are_read_and_unknown_fields_passed_over() throws Exception {
        stream.connect();
        HttpExchange request = accept();
        assertThat(request.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer s3cret");
        send(request, "7", """
            {"t":"2026-05-12T10:00:07Z","revision":42,"colour":"red",
             "total":{"requests":9,"errors":1,"byClass":{"2xx":7,"3xx":0,"4xx":1,"5xx":1,"1xx":0},"inFlight":3,
                      "p50":1.5,"p95":null},
             "upstreams":[{"name":"catalog","requests":9,"targets":[{"address":"a:1","health":"down"}]}],
             "dropped":2}\
            """);
        LiveFrame frame = next(frames);
        assertThat(frame.t()).isEqualTo(Instant.parse("2026-05-12T10:00:07Z"));
        assertThat(frame.revision()).isEqualTo(42);
        assertThat(frame.total().byClass().success()).isEqualTo(7);
        assertThat(frame.total().p50()).isEqualTo(1.5);
        assertThat(frame.total().p95()).isNull();
        assertThat(frame.upstreams().getFirst().targets().getFirst().health()).isEqualTo("down");
        assertThat(frame.routes()).isEmpty();
        assertThat(next(links)).isInstanceOf(Link.Connecting.class);
        assertThat(next(links)).isInstanceOf(Link.Open.class);
    }

    @Test
    void a_broken_stream_is_opened_again_after_the_last_frame() throws Exception {
        stream.connect();
        HttpExchange first = accept();
        send(first, "7", "{\"t\":\"2026-05-12T10:00:07Z\"}");
        next(frames);
        first.close();
        HttpExchange second = accept();
        assertThat(second.getRequestHeaders().getFirst("Last-Event-ID")).isEqualTo("7");
        send(second, "8", "{\"t\":\"2026-05-12T10:00:08Z\"}");
        assertThat(next(frames).t()).isEqualTo(Instant.parse("2026-05-12T10:00:08Z"));
        assertThat(links)
                .extracting(link -> link.getClass().getSimpleName())
                .containsExactly("Connecting", "Open", "Lost", "Connecting", "Open");
    }

    @Test
    void a_refused_token_is_said_in_the_gateway_s_words_and_not_tried_again() throws Exception {
        stream.connect();
        HttpExchange request = requests.poll(PATIENCE, SECONDS);
        byte[] problem = "{\"status\":401,\"code\":\"unauthorized\",\"detail\":\"The token is wrong.\"}"
                .getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/problem+json");
        request.sendResponseHeaders(401, problem.length);
        request.getResponseBody().write(problem);
        request.close();
        assertThat(next(links)).isInstanceOf(Link.Connecting.class);
        assertThat(next(links))
                .isInstanceOfSatisfying(
                        Link.Refused.class, refused -> assertThat(refused.why()).contains("The token is wrong."));
        stream.connect();
        accept();
        assertThat(next(links)).isInstanceOf(Link.Connecting.class);
    }

    @Test
    void a_question_that_the_gateway_cannot_read_is_not_asked_again() throws Exception {
        stream.connect();
        HttpExchange request = requests.poll(PATIENCE, SECONDS);
        byte[] problem = "{\"status\":400,\"detail\":\"There is no field colour.\"}".getBytes(StandardCharsets.UTF_8);
        request.sendResponseHeaders(400, problem.length);
        request.getResponseBody().write(problem);
        request.close();
        assertThat(next(links)).isInstanceOf(Link.Connecting.class);
        assertThat(next(links))
                .isInstanceOfSatisfying(
                        Link.Refused.class, refused -> assertThat(refused.why()).contains("There is no field colour."));
    }

    @Test
    void a_gateway_that_cannot_be_reached_is_lost_with_a_next_try() throws Exception {
        server.stop(0);
        stream.connect();
        assertThat(next(links)).isInstanceOf(Link.Connecting.class);
        assertThat(next(links)).isInstanceOfSatisfying(Link.Lost.class, lost -> {
            assertThat(lost.nextTry()).isAfter(lost.since());
            assertThat(lost.why()).isNotBlank();
        });
    }

    @Test
    void nothing_is_told_after_the_close_not_even_what_had_arrived() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        EventStream<LiveFrame> slow = new EventStream<>(
                address,
                "s3cret",
                "/live",
                LiveFrame.class,
                InstantSource.system(),
                frame -> {
                    frames.add(frame);
                    told.countDown();
                    await(goOn);
                },
                links::add);
        slow.connect();
        HttpExchange request = accept();
        send(request, "7", "{\"t\":\"2026-05-12T10:00:07Z\"}");
        send(request, "8", "{\"t\":\"2026-05-12T10:00:08Z\"}");
        await(told);
        links.clear();
        request.close(); // the end of the stream is told by a thread of the network's, at about the time of the close
        slow.close();
        goOn.countDown();
        assertThat(slow.ended(PATIENCE, SECONDS)).isTrue();
        assertThat(frames).hasSize(1);
        assertThat(links).isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpExchange accept() throws Exception {
        HttpExchange request = requests.poll(PATIENCE, SECONDS);
        assertThat(request).isNotNull();
        request.getResponseHeaders().set("Content-Type", "text/event-stream");
        request.sendResponseHeaders(200, 0);
        request.getResponseBody().write(": hello\n\n".getBytes(StandardCharsets.UTF_8));
        request.getResponseBody().flush();
        return request;
    }

    private static void send(HttpExchange request, String id, String json) throws IOException {
        String event = "id: " + id + "\ndata: " + json.replace("\n", "") + "\n\n";
        request.getResponseBody().write(event.getBytes(StandardCharsets.UTF_8));
        request.getResponseBody().flush();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T item = queue.poll(PATIENCE, SECONDS);
        assertThat(item).isNotNull();
        return item;
    }
}
