package dev.gatehouse.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.netty.handler.codec.dns.DnsResponseCode;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that finds its targets while it works, by a real name server and in real files. */
class DiscoveryTest {
    @TempDir
    private Path directory;

    private final NameServer names = new NameServer();
    private final List<HttpServer> origins = new ArrayList<>();

    @AfterEach
    void close() {
        origins.forEach(origin -> origin.stop(0));
        names.close();
    }

    /** Starts origins at the same port of these addresses, each of which answers with its own; gives the port. */
    private int origins(String... addresses) throws IOException {
        for (int attempt = 0; ; attempt++) {
            List<HttpServer> made = new ArrayList<>();
            int port = 0;
            try {
                for (String address : addresses) {
                    HttpServer origin = origin(address, port);
                    made.add(origin);
                    port = origin.getAddress().getPort();
                }
                origins.addAll(made);
                return port;
            } catch (BindException e) {
                made.forEach(origin -> origin.stop(0));
                if (attempt == 20) {
                    throw e;
                }
            }
        }
    }

    private static HttpServer origin(String address, int port) throws IOException {
        HttpServer origin = HttpServer.create(new InetSocketAddress(address, port), 0);
        byte[] body = address.getBytes(StandardCharsets.US_ASCII);
        origin.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        origin.setExecutor(task -> Thread.ofVirtual().start(task));
        origin.start();
        return origin;
    }

    private TestGateway gateway(String upstream) throws Exception {
        return TestGateway.start(directory.resolve("data"), """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {orders: {%s}}
            routes: {all: {match: {path: /**}, forward: {upstream: orders}}}
            """.formatted(upstream));
    }

    private String asking(String what) {
        return "discovery: {" + what + ", servers: [\"" + names.address() + "\"], interval: 100ms, longest: 1s}";
    }

    private static Set<String> answers(TestGateway gateway, int times) throws Exception {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < times; i++) {
            HttpResponse<String> answer = gateway.through("/");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            answers.add(answer.body());
        }
        return answers;
    }

    private static void awaitAnswers(TestGateway gateway, String... wanted) throws Exception {
        while (!answers(gateway, 2 * wanted.length).equals(Set.of(wanted))) {
            Thread.onSpinWait();
        }
    }

    private static JsonNode awaitEvent(TestGateway gateway, String kind) throws Exception {
        JsonNode items = gateway.get("/events/recent?kind=" + kind).at("/items");
        while (items.isEmpty()) {
            items = gateway.get("/events/recent?kind=" + kind).at("/items");
        }
        return items.get(0);
    }

    @Test
    void addresses_are_exchanged_under_traffic_without_a_failed_request() throws Exception {
        int port = origins("127.0.0.2", "127.0.0.3", "127.0.0.4");
        names.has("orders.test", 0, "127.0.0.2");
        AtomicBoolean stop = new AtomicBoolean();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        try (TestGateway gateway = gateway(asking("dns: \"orders.test:" + port + "\""))) {
            assertThat(answers(gateway, 2)).as("from the first request").containsExactly("127.0.0.2");
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(Thread.ofVirtual().start(() -> {
                    while (!stop.get()) {
                        try {
                            HttpResponse<String> answer = gateway.through("/");
                            seen.merge(answer.statusCode() == 200 ? answer.body() : answer.toString(), 1, Integer::sum);
                        } catch (IOException | InterruptedException e) {
                            seen.merge(e.toString(), 1, Integer::sum);
                        }
                    }
                }));
            }
            names.has("orders.test", 0, "127.0.0.3", "127.0.0.4");
            awaitAnswers(gateway, "127.0.0.3", "127.0.0.4");
            names.has("orders.test", 0, "127.0.0.2", "127.0.0.4");
            awaitAnswers(gateway, "127.0.0.2", "127.0.0.4");
            stop.set(true);
            for (Thread client : clients) {
                client.join();
            }
            assertThat(seen.keySet()).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3", "127.0.0.4");
            JsonNode upstream = gateway.get("/status").at("/upstreams/0");
            assertThat(StreamSupport.stream(upstream.path("targets").spliterator(), false))
                    .extracting(target -> target.path("address").asText() + " " + target.path("found"))
                    .containsExactly("127.0.0.2:" + port + " true", "127.0.0.4:" + port + " true");
            assertThat(upstream.at("/discovery/source").asText()).isEqualTo("dns orders.test:" + port);
            assertThat(upstream.at("/discovery/found").asInt()).isEqualTo(2);
            assertThat(upstream.at("/discovery/next").asText())
                    .isGreaterThan(upstream.at("/discovery/lastSuccess").asText());
            assertThat(awaitEvent(gateway, "targets-discovered").path("object").toString())
                    .isEqualTo("{\"kind\":\"upstream\",\"name\":\"orders\"}");
        }
    }

    @Test
    void an_answer_is_not_asked_for_again_while_it_is_good() throws Exception {
        int port = origins("127.0.0.2");
        names.has("long.test", 3600, "127.0.0.2");
        names.has("short.test", 0, "127.0.0.2");
        String servers = ", servers: [\"" + names.address() + "\"], interval: 100ms";
        try (TestGateway gateway = TestGateway.start(directory.resolve("data"), """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              long: {discovery: {dns: "long.test:%1$d"%2$s}}
              short: {discovery: {dns: "short.test:%1$d"%2$s}}
            """.formatted(port, servers))) {
            while (names.asked("short.test") < 5) {
                Thread.onSpinWait();
            }
            assertThat(names.asked("long.test")).isEqualTo(1);
            assertThat(gateway.get("/status").at("/upstreams/0/discovery/found").asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void requests_are_told_that_no_target_was_found_and_why_until_one_is() throws Exception {
        int port = origins("127.0.0.2");
        try (TestGateway gateway = gateway(asking("dns: \"orders.test:" + port + "\""))) {
            JsonNode discovery = gateway.get("/status").at("/upstreams/0/discovery");
            while (!discovery.has("problem")) {
                discovery = gateway.get("/status").at("/upstreams/0/discovery");
            }
            assertThat(discovery.path("problem").asText()).isEqualTo("the name orders.test does not exist");
            assertThat(discovery.path("lastSuccess").isNull()).isTrue();
            HttpResponse<String> refused = gateway.through("/");
            assertThat(refused.statusCode()).isEqualTo(503);
            String why = "he discovery of targets of orders by dns orders.test:" + port
                    + " has found none yet: the name orders.test does not exist";
            assertThat(refused.body()).contains("\"code\":\"no-target\"").contains(why);
            HttpResponse<String> explained = gateway.write(
                    "POST", "/explain", null, "application/json", "{\"method\": \"GET\", \"url\": \"/\"}");
            assertThat(explained.body()).contains("no-target").contains(why);
            JsonNode event = awaitEvent(gateway, "discovery-failed");
            assertThat(event.path("severity").asText()).isEqualTo("warning");
            assertThat(event.path("reason").asText()).contains("the name orders.test does not exist");
            assertThat(gateway.get("/status")
                            .at("/upstreams/0/discovery/problem")
                            .asText())
                    .isEqualTo("the name orders.test does not exist");
            assertThat(gateway.send(gateway.admin("/metrics")).body())
                    .contains("gatehouse_upstream_discovery_up{upstream=\"orders\"} 0.0")
                    .contains("gatehouse_upstream_discovered_targets{upstream=\"orders\"} 0.0");
            names.has("orders.test", 0, "127.0.0.2");
            while (gateway.through("/").statusCode() != 200) {
                Thread.onSpinWait();
            }
            awaitEvent(gateway, "discovery-recovered");
            names.says(DnsResponseCode.SERVFAIL);
            while (!awaitEvent(gateway, "discovery-failed")
                    .path("reason")
                    .asText()
                    .contains("its 1 target stays")) {
                Thread.onSpinWait();
            }
            assertThat(answers(gateway, 3)).containsExactly("127.0.0.2");
        }
    }

    @Test
    void srv_records_tell_which_targets_stand_by() throws Exception {
        int port = origins("127.0.0.2", "127.0.0.3");
        names.has("a.test", 0, "127.0.0.2");
        names.has("b.test", 0, "127.0.0.3");
        names.serves("_http._tcp.orders.test", 0, "1 10 " + port + " a.test", "2 10 " + port + " b.test");
        try (TestGateway gateway = gateway(asking("srv: _http._tcp.orders.test"))) {
            assertThat(answers(gateway, 6)).containsExactly("127.0.0.2");
            names.serves("_http._tcp.orders.test", 0, "2 10 " + port + " a.test", "1 10 " + port + " b.test");
            awaitAnswers(gateway, "127.0.0.3");
            names.serves("_http._tcp.orders.test", 0, "1 10 " + port + " a.test", "1 10 " + port + " b.test");
            awaitAnswers(gateway, "127.0.0.2", "127.0.0.3");
        }
    }

    @Test
    void a_file_is_taken_when_it_changes_and_a_broken_one_changes_nothing() throws Exception {
        int port = origins("127.0.0.2", "127.0.0.3", "127.0.0.4");
        Path file = directory.resolve("orders.yaml");
        String entry = "- {address: \"%s:" + port + "\"}\n";
        Files.writeString(file, entry.formatted("127.0.0.3"));
        try (TestGateway gateway = gateway("targets: [{address: \"127.0.0.2:" + port + "\"}], discovery: {file: \""
                + file + "\", interval: 100ms}")) {
            assertThat(answers(gateway, 4)).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.3");
            Path next = Files.writeString(directory.resolve("next"), entry.formatted("127.0.0.4"));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            awaitAnswers(gateway, "127.0.0.2", "127.0.0.4");
            Files.writeString(file, entry.formatted("127.0.0.4") + "- {address: nowhere}\n");
            assertThat(awaitEvent(gateway, "discovery-failed").path("reason").asText())
                    .contains(file.toString(), "line 2: ", "'address' must be host:port", "its 1 target stays");
            assertThat(answers(gateway, 4)).containsExactlyInAnyOrder("127.0.0.2", "127.0.0.4");
            Files.writeString(file, entry.formatted("127.0.0.3"));
            awaitAnswers(gateway, "127.0.0.2", "127.0.0.3");
            awaitEvent(gateway, "discovery-recovered");
        }
    }

    @Test
    void another_source_takes_over_without_a_failed_request() throws Exception {
        int port = origins("127.0.0.2", "127.0.0.3");
        names.has("first.test", 0, "127.0.0.2");
        names.has("second.test", 0, "127.0.0.3");
        try (TestGateway gateway = gateway(asking("dns: \"first.test:" + port + "\""))) {
            assertThat(answers(gateway, 2)).containsExactly("127.0.0.2");
            HttpResponse<String> applied = gateway.write(
                    "PATCH",
                    "/upstreams/orders",
                    "*",
                    "application/merge-patch+json",
                    "{\"discovery\": {\"dns\": \"second.test:" + port + "\"}}");
            assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
            assertThat(answers(gateway, 2)).as("it was asked before the swap").containsExactly("127.0.0.3");
            assertThat(gateway.get("/status")
                            .at("/upstreams/0/discovery/source")
                            .asText())
                    .isEqualTo("dns second.test:" + port);
        }
    }

    @Test
    void a_target_that_was_found_by_a_name_has_to_prove_that_name_to_requests_and_probes() throws Exception {
        Pki pki = new Pki();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(pki.context(pki.issue(Pki.certificate("CN=target", "orders.test")))));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        origins.add(server);
        names.has("orders.test", 0, "127.0.0.2");
        Path authority = Files.writeString(directory.resolve("authority.pem"), pki.authority());
        try (TestGateway gateway = gateway(
                asking("dns: \"orders.test:" + server.getAddress().getPort() + "\"") + ", tls: {authorities: {file: \""
                        + authority + "\"}}, health: {active: {path: /, interval: 100ms, healthyAfter: 1}}")) {
            assertThat(gateway.through("/").statusCode()).isEqualTo(204);
            JsonNode target = gateway.get("/status").at("/upstreams/0/targets/0");
            while (!target.path("health").asText().equals("up")) {
                target = gateway.get("/status").at("/upstreams/0/targets/0");
            }
        }
    }
}
