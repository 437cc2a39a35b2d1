package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which part of a split a client meets. */
class SplitTest {
    private static Origin named(String name) throws Exception {
        return Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name);
    }

    private static String yaml(Origin stable, Origin next, String split) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams:
              stable: {targets: [{address: "127.0.0.1:%d"}]}
              next: {targets: [{address: "127.0.0.1:%d"}]}
            routes: {all: {match: {path: /**}, forward: %s}}
            """.formatted(stable.port(), next.port(), split);
    }

    private static String with(String headers) {
        return "GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
    }

    @Test
    void a_header_or_a_cookie_leads_to_the_canary_whatever_the_weights() throws Exception {
        try (Origin stable = named("stable");
                Origin next = named("next");
                RunningGateway gateway = RunningGateway.with(yaml(stable, next, """
                    {split: [{upstream: stable},
                             {upstream: next, weight: 0, when: {headers: {x-canary: always}}}]}\
                    """))) {
            for (int i = 0; i < 20; i++) {
                assertThat(gateway.get("/").body()).isEqualTo("stable");
                assertThat(gateway.send(with("X-Canary: always\r\n")).body()).isEqualTo("next");
                assertThat(gateway.send(with("X-Canary: Always\r\n")).body()).isEqualTo("stable");
            }
            gateway.apply(yaml(stable, next, """
                {split: [{upstream: stable},
                         {upstream: next, weight: 0, when: {cookies: {beta: "1"}, headers: {x-team: blue}}}]}\
                """));
            assertThat(gateway.send(with("Cookie: a=b; beta=1\r\nX-Team: blue\r\n"))
                            .body())
                    .isEqualTo("next");
            assertThat(gateway.send(with("Cookie: a=b; beta=1\r\n")).body())
                    .as("all of a condition has to hold")
                    .isEqualTo("stable");
        }
    }

    @Test
    void a_cookie_keeps_a_client_with_its_part_until_that_takes_no_more() throws Exception {
        try (Origin stable = named("stable");
                Origin next = named("next");
                RunningGateway gateway = RunningGateway.with(yaml(stable, next, """
                    {split: [{upstream: stable}, {upstream: next}], sticky: {maxAge: 1h}}\
                    """))) {
            Map<String, String> cookies = new HashMap<>();
            for (int i = 0; i < 100 && cookies.size() < 2; i++) {
                RawClient.Answer first = gateway.get("/");
                String set = Objects.requireNonNull(first.header("set-cookie"));
                assertThat(set).contains("gatehouse-share=", "; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
                cookies.put(first.body(), set.substring(0, set.indexOf(';')));
            }
            assertThat(cookies).containsOnlyKeys("stable", "next");
            for (int i = 0; i < 20; i++) {
                for (Map.Entry<String, String> client : cookies.entrySet()) {
                    RawClient.Answer again = gateway.send(with("Cookie: " + client.getValue() + "\r\n"));
                    assertThat(again.body()).isEqualTo(client.getKey());
                    assertThat(again.header("set-cookie"))
                            .as("it has the cookie")
                            .isNull();
                }
            }
            gateway.apply(yaml(stable, next, """
                {split: [{upstream: stable}, {upstream: next, weight: 0}], sticky: {maxAge: 1h}}\
                """));
            RawClient.Answer moved = gateway.send(with("Cookie: " + cookies.get("next") + "\r\n"));
            assertThat(moved.body()).isEqualTo("stable");
            assertThat(moved.header("set-cookie")).startsWith(cookies.get("stable"));
            assertThat(gateway.send(with("Cookie: gatehouse-share=nonsense\r\n"))
                            .body())
                    .isEqualTo("stable");
        }
    }

    @Test
    void a_changed_weight_moves_only_clients_towards_the_part_that_grew() throws Exception {
        try (Origin stable = named("stable");
                Origin next = named("next");
                RunningGateway gateway = RunningGateway.with(yaml(stable, next, """
                    {split: [{upstream: stable, weight: 90}, {upstream: next, weight: 10}],
                     sticky: {by: header, name: x-user}}\
                    """))) {
            Set<Integer> before = at(gateway, "next");
            assertThat(before).hasSizeBetween(5, 45);
            assertThat(at(gateway, "next")).as("the same again").isEqualTo(before);
            gateway.apply(yaml(stable, next, """
                {split: [{upstream: stable, weight: 60}, {upstream: next, weight: 40}],
                 sticky: {by: header, name: x-user}}\
                """));
            assertThat(at(gateway, "next")).containsAll(before).hasSizeBetween(50, 115);
        }
    }

    /** Which of two hundred users meet a part. */
    private static Set<Integer> at(RunningGateway gateway, String part) throws Exception {
        Set<Integer> met = new HashSet<>();
        for (int user = 0; user < 200; user++) {
            if (gateway.send(with("X-User: u" + user + "\r\n")).body().equals(part)) {
                met.add(user);
            }
        }
        return met;
    }

    @Test
    void the_record_of_a_call_says_why_it_met_its_part() throws Exception {
        try (Origin stable = named("stable");
                Origin next = named("next");
                RunningGateway gateway = RunningGateway.with(yaml(stable, next, """
                    {split: [{upstream: stable}, {upstream: next, when: {headers: {x-canary: always}}}]}\
                    """))) {
            gateway.send(with("X-Canary: always\r\n"));
            assertThat(gateway.ended().steps()).containsExactly("split chose the condition of next next");
        }
    }
}
