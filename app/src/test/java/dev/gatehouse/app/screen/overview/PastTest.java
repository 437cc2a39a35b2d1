package dev.gatehouse.app.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.app.chart.Samples;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.work.Jobs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastTest {
    private static final Instant NOW = Instant.parse("2026-05-12T12:00:30Z");

    private static final String NO_SERIES = "{\"series\":[]}";

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Current current = new Current();
    private final NotedWays ways = new NotedWays();
    private final OverviewViewModel model =
            new OverviewViewModel(current, ways, new Jobs(ui::add, InstantSource.system()), InstantSource.fixed(NOW));
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile String stats = "";
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/admin/v1/stats", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query);
            byte[] body = (query.startsWith("by=upstream") ? NO_SERIES : stats).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(stats.isEmpty() ? 503 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/admin/v1/revisions", exchange -> {
            byte[] body = """
                {"items":[{"revision":7,"time":"2026-05-12T11:30:00Z"},{"revision":6,"time":"2026-05-10T11:30:00Z"}]}
                """.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        current.show(new Connection(
                "test",
                "Test",
                Environment.NONE,
                address,
                new AdminClient(address, "t"),
                new LiveFeed(address, "t", ui::add, InstantSource.system()),
                new Memory(new ConsoleFolder(folder), "test")));
    }

    @AfterEach
    void stop() {
        current.show(null);
        server.stop(0);
    }

    @Test
    void an_hour_is_read_in_minutes_as_numbers_a_second_and_has_its_revisions() throws Exception {
        stats = """
            {"step":60,"series":[{"by":{},"points":[
             {"t":"2026-05-12T11:58:00Z","requests":600,"errors":60,"byClass":{"2xx":540,"3xx":0,"4xx":0,"5xx":60,"other":0},
              "inFlight":3,"p50":1,"p95":5.5,"p99":9},
             {"t":"2026-05-12T12:00:00Z","requests":10,"errors":0,"inFlight":1,"p50":null,"p95":null,"p99":null}]}]}
            """;
        model.view().spanProperty().set(Span.HOUR);
        until(() -> model.samplesProperty().get().size() > 0);
        Samples samples = model.samplesProperty().get();
        // The minute that has only begun is left out.
        assertThat(samples.size()).isEqualTo(1);
        assertThat(samples.value(Column.SUCCESSES, 0)).isEqualTo(9);
        assertThat(samples.value(Column.P95, 0)).isEqualTo(5.5);
        assertThat(samples.time(0))
                .isEqualTo(Instant.parse("2026-05-12T11:59:00Z").toEpochMilli());
        assertThat(asked.take()).isEqualTo("by=none&from=2026-05-12T11:00:30Z&to=2026-05-12T12:00:30Z&step=60s");
        assertThat(model.view().markers()).extracting(marker -> marker.flag()).containsExactly("r7");
        model.openMoment(samples.time(0));
        model.view().markers().getFirst().chosen().run();
        assertThat(ways.opened())
                .containsExactly("traffic time>=2026-05-12T11:58:00Z time<2026-05-12T11:59:00Z", "revision 7");
        model.view().spanProperty().set(Span.MINUTE);
        assertThat(model.samplesProperty().get().size()).isZero();
    }

    @Test
    void the_tables_tell_of_the_chosen_span_with_the_gateways_own_percentiles() throws Exception {
        stats = """
            {"from":"2026-05-12T10:00:00Z","step":30,"series":[
             {"by":{"route":"products"},"points":[],
              "whole":{"t":"2026-05-12T10:00:00Z","requests":600,"errors":60,"inFlight":3,"p50":1,"p95":5.5,"p99":9}},
             {"by":{"route":"idle"},"points":[],
              "whole":{"t":"2026-05-12T10:00:00Z","requests":0,"errors":0,"inFlight":0,"p50":null,"p95":null,"p99":null}}]}
            """;
        model.setShown(true);
        model.view().spanProperty().set(Span.MINUTE);
        model.accept(List.of(Frames.good(1, 9), Frames.good(60, 9)));
        assertThat(model.routes()).as("nothing known yet").isEmpty();
        model.tick(NOW);
        until(() -> !model.routes().isEmpty());
        assertThat(model.routes()).containsExactly(new RouteRow("products", 10, 5.5, 0.1));
        assertThat(asked)
                .containsExactly(
                        "by=route&from=2026-05-12T10:00:00Z&to=2026-05-12T10:01:00Z&step=30s",
                        "by=upstream&from=2026-05-12T10:00:00Z&to=2026-05-12T10:01:00Z&step=30s");
        model.tick(NOW);
        model.accept(List.of(Frames.good(64, 9)));
        model.tick(NOW);
        assertThat(asked).as("asked every five seconds").hasSize(2);
        model.accept(List.of(Frames.good(65, 9)));
        model.tick(NOW);
        until(() -> asked.size() == 4);
    }

    @Test
    void what_cannot_be_read_is_said_and_what_was_on_show_stays() throws Exception {
        model.view().spanProperty().set(Span.DAY);
        until(() -> !model.problemProperty().get().isEmpty());
        assertThat(model.problemProperty().get()).startsWith("Older numbers could not be read.");
        assertThat(model.loading().isRunning()).isFalse();
    }

    @Test
    void the_span_is_remembered_for_each_gateway() {
        model.view().spanProperty().set(Span.QUARTER);
        Connection before = current.property().get();
        assertThat(before).isNotNull();
        assertThat(before.memory().get("overview.span", "")).isEqualTo("quarter");
    }

    private void until(BooleanSupplier there) throws InterruptedException {
        while (!there.getAsBoolean()) {
            Runnable task = ui.poll(20, TimeUnit.SECONDS);
            assertThat(task).as("something happens").isNotNull();
            task.run();
        }
    }
}
