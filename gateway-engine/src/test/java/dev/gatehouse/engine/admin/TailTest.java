package dev.gatehouse.engine.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.admin.observe.CallEndpoints;
import dev.gatehouse.engine.admin.observe.LiveEndpoints;
import dev.gatehouse.engine.admin.stream.Streams;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.telemetry.CallStore;
import dev.gatehouse.engine.telemetry.Telemetry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What follows calls and frames over a real socket, as a console does. */
class TailTest {
    private static final int MOST_A_FRAME = 500;

    private final Telemetry telemetry = new Telemetry(InstantSource.system(), CallStore.NONE);
    private final Observer loop = telemetry.forLoop(0);
    private final Streams streams = new Streams();
    private AdminServer server;
    private long count;

    @BeforeEach
    void start() {
        telemetry.start();
        var endpoints = new ArrayList<>(new CallEndpoints(telemetry, streams).all());
        endpoints.addAll(new LiveEndpoints(telemetry, streams).all());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(new AdminSettings(address, "t", false), endpoints, "1");
    }

    @AfterEach
    void stop() {
        streams.close();
        server.close();
        telemetry.close();
    }

    private void request(int status) {
        DecisionRecord record = new DecisionRecord();
        record.idLow = ++count;
        record.startMicros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        record.method = "GET";
        record.path = "/orders/" + count;
        loop.started(record);
        record.status = status;
        record.endNanos = 1_000_000;
        loop.ended(record);
    }

    @Test
    void calls_come_in_at_most_ten_frames_a_second_filtered_and_what_is_too_much_is_counted() throws Exception {
        try (Stream stream = new Stream("/calls/tail?q=status:5xx")) {
            stream.until(line -> line.startsWith("retry:"));
            long begun = System.nanoTime();
            List<JsonNode> frames = new ArrayList<>();
            int shown = 0;
            long dropped = 0;
            long wanted = 0;
            while (dropped == 0 || shown + dropped < wanted) {
                if (dropped == 0) {
                    for (int i = 0; i < 2 * MOST_A_FRAME; i++) {
                        request(502);
                        request(200);
                    }
                    wanted += 2 * MOST_A_FRAME;
                }
                JsonNode frame = stream.frame();
                frames.add(frame);
                shown += frame.path("calls").size();
                dropped += frame.path("dropped").asLong();
            }
            double tenths = (System.nanoTime() - begun) / 1e8;
            assertThat(frames.size()).isLessThanOrEqualTo((int) tenths + 2);
            assertThat(shown + dropped).isEqualTo(wanted);
            for (JsonNode frame : frames) {
                assertThat(frame.path("calls")).hasSizeLessThanOrEqualTo(MOST_A_FRAME);
                frame.path("calls")
                        .forEach(call -> assertThat(call.path("status").asInt()).isEqualTo(502));
            }
        }
    }

    @Test
    void who_comes_back_goes_on_after_the_last_frame() throws Exception {
        long first;
        try (Stream stream = new Stream("/live")) {
            first = stream.id();
        }
        try (Stream whole = new Stream("/live");
                Stream rest = new Stream("/live", "Last-Event-ID", String.valueOf(first))) {
            assertThat(whole.id()).isLessThanOrEqualTo(first);
            assertThat(rest.id()).isGreaterThan(first);
        }
    }

    /** One open stream. */
    private final class Stream implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final BufferedReader lines;

        Stream(String path, String... headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + server.address().getPort() + "/admin/v1" + path))
                    .header("Authorization", "Bearer t");
            if (headers.length > 0) {
                request.headers(headers);
            }
            var body =
                    client.send(request.build(), BodyHandlers.ofInputStream()).body();
            lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        }

        String until(Predicate<String> wanted) throws Exception {
            String line = lines.readLine();
            while (line != null && !wanted.test(line)) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }

        long id() throws Exception {
            return Long.parseLong(until(line -> line.startsWith("id: ")).substring(4));
        }

        JsonNode frame() throws Exception {
            return new JsonMapper()
                    .readTree(until(line -> line.startsWith("data: ")).substring(6));
        }

        @Override
        public void close() throws IOException {
            lines.close();
            client.shutdownNow();
        }
    }
}
