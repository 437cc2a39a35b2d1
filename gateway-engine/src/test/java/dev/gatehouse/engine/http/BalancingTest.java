package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which target a client meets. */
class BalancingTest {
    private static Origin named(String name) throws Exception {
        return Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
    }

    private static String yaml(String balancer, Origin... origins) {
        StringBuilder targets = new StringBuilder();
        for (Origin origin : origins) {
            targets.append(targets.isEmpty() ? "" : ", ").append("{address: \"127.0.0.1:" + origin.port() + "\"}");
        }
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [%s], balancer: %s}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin, path: /same}}}
            """.formatted(targets, balancer);
    }

    @Test
    void the_header_cookie_or_path_of_a_request_decides_its_target() throws Exception {
        try (Origin a = named("a");
                Origin b = named("b");
                Origin c = named("c");
                RunningGateway gateway =
                        RunningGateway.with(yaml("{type: hash, hash: {by: header, name: X-User}}", a, b, c))) {
            Set<String> met = new HashSet<>();
            for (int user = 0; user < 20; user++) {
                String request = "GET / HTTP/1.1\r\nHost: a\r\nx-user: u" + user + "\r\n\r\n";
                String first = gateway.send(request).body();
                assertThat(gateway.send(request).body()).isEqualTo(first);
                met.add(first);
            }
            assertThat(met).hasSize(3);
            assertThat(gateway.get("/1").body())
                    .as("without the header, by address")
                    .isEqualTo(gateway.get("/2").body());
            gateway.apply(yaml("{type: hash, hash: {by: cookie, name: user}}", a, b, c));
            met.clear();
            for (int user = 0; user < 20; user++) {
                String request = "GET / HTTP/1.1\r\nHost: a\r\nCookie: a=b; user=u" + user + "; c=\"d\"\r\n\r\n";
                String first = gateway.send(request).body();
                assertThat(gateway.send(request).body()).isEqualTo(first);
                met.add(first);
            }
            assertThat(met).hasSize(3);
            gateway.apply(yaml("{type: hash, hash: {by: path}}", a, b, c));
            met.clear();
            for (int path = 0; path < 20; path++) {
                String first = gateway.get("/p" + path).body();
                assertThat(gateway.get("/p" + path + "?q=1").body()).isEqualTo(first);
                met.add(first);
            }
            assertThat(met).as("the client's path, not the target's").hasSize(3);
        }
    }

    @Test
    void a_cookie_keeps_a_client_at_its_target() throws Exception {
        try (Origin a = named("a");
                Origin b = named("b");
                RunningGateway gateway = RunningGateway.with(yaml("{sticky: {cookie: at, maxAge: 1h}}", a, b))) {
            RawClient.Answer first = gateway.get("/");
            String cookie = Objects.requireNonNull(first.header("set-cookie"));
            assertThat(cookie).startsWith("at=").endsWith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
            String pair = cookie.substring(0, cookie.indexOf(';'));
            for (int i = 0; i < 5; i++) {
                RawClient.Answer next = gateway.send("GET / HTTP/1.1\r\nHost: a\r\nCookie: x=y; " + pair + "\r\n\r\n");
                assertThat(next.body()).isEqualTo(first.body());
                assertThat(next.header("set-cookie")).isNull();
            }
        }
    }

    @Test
    void the_balancers_that_draw_spread_requests_over_all_targets() throws Exception {
        for (String type : new String[] {"random-two", "ewma"}) {
            try (Origin a = named("a");
                    Origin b = named("b");
                    RunningGateway gateway = RunningGateway.with(yaml("{type: " + type + "}", a, b))) {
                Set<String> met = new HashSet<>();
                for (int i = 0; i < 500 && met.size() < 2; i++) {
                    met.add(gateway.get("/").body());
                }
                assertThat(met).as(type).containsExactlyInAnyOrder("a", "b");
            }
        }
    }
}
