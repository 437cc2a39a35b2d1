package dev.gatehouse.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final String CALL = """
        {"id":"7f3a","time":"2026-05-12T10:00:07.250Z","method":"GET","host":"shop.example","path":"/orders/1",
         "query":"page=*","status":404,"fault":"route-not-found","attempts":0,"durationMs":0.4,"colour":"red",
         "timeline":[{"at":0,"event":"received","why":1}],"listener":"public","clientAddress":"192.0.2.7",
         "misses":[{"route":"orders","failed":"path","saw":"/orders/1","wanted":"/order"}],"revision":3}\
        """;

    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private AdminClient client;
    private Calls calls;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        client = new AdminClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "s3cret");
        calls = new Calls(client);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void a_page_is_read_and_unknown_fields_are_passed_over() throws Exception {
        answer = "{\"items\":[" + CALL + "],\"next\":\"c2\"}";
        CallPage page = calls.find("status>=400 path:\"/a b\"", Instant.parse("2026-05-12T10:00:00Z"), "c1", 50);
        assertThat(requests)
                .containsExactly("GET /admin/v1/calls?limit=50&q=status%3E%3D400%20path%3A%22%2Fa%20b%22"
                        + "&from=2026-05-12T10%3A00%3A00Z&cursor=c1 ");
        assertThat(page.next()).isEqualTo("c2");
        Call call = page.items().getFirst();
        assertThat(call.time()).isEqualTo(Instant.parse("2026-05-12T10:00:07.250Z"));
        assertThat(call.misses()).containsExactly(new Call.Miss("orders", "path", "/orders/1", "/order"));
        assertThat(call.route()).isNull();
        assertThat(call.steps()).isEmpty();
    }

    @Test
    void a_call_is_explained_as_it_came_against_the_revision_asked_for() throws Exception {
        answer = CALL;
        Call call = calls.byId("7f3a");
        answer = "{\"misses\":[],\"steps\":[],\"outcome\":{\"status\":404,\"fault\":\"route-not-found\"}}";
        Explanation explanation = calls.explain(call, 3);
        assertThat(requests.getLast())
                .isEqualTo(
                        "POST /admin/v1/explain {\"method\":\"GET\",\"url\":\"http://shop.example/orders/1?page=*\","
                            + "\"clientAddress\":\"192.0.2.7\",\"listener\":\"public\",\"draft\":{\"base\":3,\"patch\":{}}}");
        assertThat(explanation.route()).isNull();
        assertThat(explanation.outcome().status()).isEqualTo(404);
    }

    @Test
    void a_wrong_term_comes_with_the_gateway_s_words() {
        status = 400;
        answer = "{\"status\":400,\"detail\":\"There is no field colour.\",\"term\":\"colour:red\",\"column\":4}";
        assertThatThrownBy(() -> calls.find("a colour:red", null, null, 50))
                .isInstanceOfSatisfying(AdminFailed.class, failed -> {
                    assertThat(failed.words()).isEqualTo("There is no field colour.");
                    assertThat(failed.body().path("column").asInt()).isEqualTo(4);
                });
    }
}
