package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForwardingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void a_request_goes_to_the_target_and_its_response_comes_back() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.get("/shop/7?a=1");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("ok");
            assertThat(origin.nextHead())
                    .startsWith("GET /shop/7?a=1 HTTP/1.1\r\n")
                    .containsIgnoringCase("\r\nhost: localhost\r\n");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.route()).isEqualTo("all");
            assertThat(ended.status()).isEqualTo(200);
            assertThat(ended.fault()).isNull();
            assertThat(ended.attempts()).isEqualTo(1);
        }
    }

    @Test
    void connections_to_both_sides_are_kept() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 5; i++) {
                client.send("GET /" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("ok");
            }
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    for (String head = connection.head(); !head.isEmpty(); head = connection.head()) {
                        String path = head.split(" ", 3)[1];
                        connection.send("HTTP/1.1 200 OK\r\nContent-Length: " + path.length() + "\r\n\r\n" + path);
                    }
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                all.append("GET /").append(i).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            client.send(all.toString());
            for (int i = 0; i < 20; i++) {
                assertThat(client.answer().body()).isEqualTo("/" + i);
            }
        }
    }

    @Test
    void a_path_template_is_filled_from_the_match() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0}}
                    upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]}}
                    routes:
                      one: {match: {path: "/shop/{id}"}, forward: {upstream: origin, path: "/products/{id}"}}
                      rest: {match: {path: /old/**}, forward: {upstream: origin, path: /new/**}}
                    """.formatted(origin.port()))) {
            gateway.get("/shop/%37?q=1");
            assertThat(origin.nextHead()).startsWith("GET /products/7?q=1 ");
            gateway.get("/old/a/b");
            assertThat(origin.nextHead()).startsWith("GET /new/a/b ");
        }
    }

    @Test
    void a_body_streams_to_the_target_and_trailers_go_with_it() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    String body = connection.read("3\r\nabc\r\n2\r\nde\r\n0\r\nX-Sum: 5\r\n\r\n".length());
                    boolean whole = body.contains("abc")
                            && body.contains("de")
                            && body.toLowerCase(java.util.Locale.ROOT).contains("x-sum: 5");
                    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n" + whole
                            + "\r\n0\r\nX-Back: 1\r\n\r\n");
                });
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send("POST / HTTP/1.1\r\n"
                    + "Host: a\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"
                    + "3\r\n"
                    + "abc\r\n"
                    + "2\r\n"
                    + "de\r\n"
                    + "0\r\n"
                    + "X-Sum: 5\r\n\r\n");
            assertThat(answer.body()).isEqualTo("true");
            assertThat(answer.ending()).isEqualTo(RawClient.Ending.WHOLE);
            assertThat(answer.trailers()).containsExactly("X-Back: 1");
        }
    }

    @Test
    void hop_by_hop_headers_and_those_that_connection_names_go_no_further() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\n"
                        + "Content-Length: 2\r\n"
                        + "Connection: x-inner\r\n"
                        + "X-Inner: 1\r\n"
                        + "Keep-Alive: timeout=5\r\n"
                        + "X-Outer: 2\r\n\r\n"
                        + "ok");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send("GET / HTTP/1.1\r\n"
                    + "Host: a\r\n"
                    + "Connection: keep-alive, X-Secret\r\n"
                    + "X-Secret: 1\r\n"
                    + "TE: trailers\r\n"
                    + "Upgrade: h2c\r\n"
                    + "X-Gatehouse-Tenant: acme\r\n"
                    + "x_gatehouse_plan: gold\r\n"
                    + "X-Kept: yes\r\n\r\n");
            String head = origin.nextHead().toLowerCase(java.util.Locale.ROOT);
            assertThat(head)
                    .contains("x-kept: yes")
                    .doesNotContain("x-secret", "\r\nte:", "upgrade", "gatehouse", "connection:");
            assertThat(answer.header("x-outer")).isEqualTo("2");
            assertThat(answer.header("x-inner")).isNull();
            assertThat(answer.header("keep-alive")).isNull();
        }
    }

    @Test
    void the_target_learns_who_the_client_is_and_a_stranger_cannot_say_otherwise() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            gateway.send(
                    "GET / HTTP/1.1\r\nHost: shop.example\r\nX-Forwarded-For: 1.2.3.4\r\nForwarded: for=1.2.3.4\r\n"
                            + "X-Forwarded-Proto: https\r\nX-Request-Id: mine\r\n\r\n");
            String head = origin.nextHead().toLowerCase(java.util.Locale.ROOT);
            assertThat(head)
                    .contains(
                            "x-forwarded-for: 127.0.0.1\r\n",
                            "x-forwarded-proto: http\r\n",
                            "x-forwarded-host: shop.example\r\n")
                    .contains("forwarded: for=127.0.0.1;proto=http;host=shop.example\r\n")
                    .doesNotContain("1.2.3.4", "x-request-id: mine");
        }
    }

    @Test
    void a_trusted_proxy_is_believed() throws Exception {
        try (Origin origin = Origin.answering(OK);
                RunningGateway gateway = RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "")
                        .replace("port: 0", "port: 0, trustedProxies: [127.0.0.0/8]"))) {
            gateway.send(
                    "GET / HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 9.9.9.9, 1.2.3.4\r\nX-Forwarded-Proto: https\r\n"
                            + "X-Request-Id: mine\r\n\r\n");
            String head = origin.nextHead().toLowerCase(java.util.Locale.ROOT);
            assertThat(head)
                    .contains(
                            "x-forwarded-for: 9.9.9.9, 1.2.3.4, 127.0.0.1",
                            "x-forwarded-proto: https",
                            "x-request-id: mine");
        }
    }

    @Test
    void an_early_hint_and_a_continue_are_not_the_final_answer() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send("HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n");
                    connection.read(3);
                    connection.send(OK);
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(103);
            assertThat(client.answer().status()).isEqualTo(100);
            client.send("abc");
            assertThat(client.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void the_answer_to_head_has_headers_and_no_body() throws Exception {
        try (Origin origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n");
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 2; i++) {
                client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
                RawClient.Answer answer = client.answer(true);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("content-length")).isEqualTo("5000");
            }
            assertThat(origin.connections()).isEqualTo(1);
        }
    }

    @Test
    void answers_without_a_body_keep_the_connection() throws Exception {
        for (String status : new String[] {"204 No Content", "304 Not Modified"}) {
            try (Origin origin = Origin.answering("HTTP/1.1 " + status + "\r\nETag: \"1\"\r\n\r\n");
                    RunningGateway gateway = RunningGateway.before(origin.port());
                    RawClient client = gateway.connect()) {
                for (int i = 0; i < 2; i++) {
                    client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                    assertThat(client.answer().status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                }
                assertThat(origin.connections()).isEqualTo(1);
            }
        }
    }

    @Test
    void a_body_that_ends_with_the_connection_comes_in_chunks() throws Exception {
        try (Origin origin = Origin.answeringOnce("HTTP/1.0 200 OK\r\n\r\nhello");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.get("/");
            assertThat(answer.header("transfer-encoding")).isEqualTo("chunked");
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.ending()).isEqualTo(RawClient.Ending.WHOLE);
        }
    }

    @Test
    void a_client_of_http_1_0_gets_a_body_without_chunks_and_a_close() throws Exception {
        try (Origin origin = Origin.answering(
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
                RunningGateway gateway = RunningGateway.before(origin.port())) {
            RawClient.Answer answer = gateway.send("GET / HTTP/1.0\r\n\r\n");
            assertThat(answer.header("transfer-encoding")).isNull();
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.ending()).isEqualTo(RawClient.Ending.CLOSED);
        }
    }

    @Test
    void a_kept_connection_that_the_target_has_closed_is_replaced_for_a_get_but_not_for_a_post() throws Exception {
        try (Origin origin = Origin.that(connection -> {
                    connection.head();
                    connection.send(OK);
                    connection.head(); // takes the second request on this connection and drops it
                });
                RunningGateway gateway = RunningGateway.before(origin.port());
                RawClient client = gateway.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
            gateway.ended();
            client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(200);
            assertThat(gateway.ended().attempts()).isEqualTo(2);
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(502);
        }
    }

    @Test
    void a_respond_destination_answers_by_itself() throws Exception {
        try (RunningGateway gateway = RunningGateway.with("""
            listeners: {public: {address: 127.0.0.1, port: 0}}
            routes:
              hello: {match: {path: /hello}, forward: {respond: {status: 200, headers: {content-type: text/plain}, body: hi}}}
              moved: {match: {path: "/old/{id}"}, forward: {redirect: {location: "/new/{id}", status: 307}}}
            """)) {
            RawClient.Answer answer = gateway.get("/hello");
            assertThat(answer.body()).isEqualTo("hi");
            assertThat(answer.header("content-type")).isEqualTo("text/plain");
            RawClient.Answer moved = gateway.get("/old/7");
            assertThat(moved.status()).isEqualTo(307);
            assertThat(moved.header("location")).isEqualTo("/new/7");
        }
    }

    @Test
    void a_split_sends_each_upstream_its_share() throws Exception {
        try (Origin a = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na");
                Origin b = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nb");
                RunningGateway gateway = RunningGateway.with("""
                    listeners: {public: {address: 127.0.0.1, port: 0}}
                    upstreams:
                      a: {targets: [{address: "127.0.0.1:%d"}]}
                      b: {targets: [{address: "127.0.0.1:%d"}]}
                    routes: {all: {forward: {split: [{upstream: a, weight: 3}, {upstream: b, weight: 1}]}}}
                    """.formatted(a.port(), b.port()));
                RawClient client = gateway.connect()) {
            int toA = 0;
            for (int i = 0; i < 400; i++) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                toA += client.answer().body().equals("a") ? 1 : 0;
            }
            assertThat(toA).isBetween(240, 360);
        }
    }

    @Test
    void a_fault_keeps_the_connection_of_a_client_that_did_nothing_wrong() throws Exception {
        try (RunningGateway gateway = RunningGateway.with("listeners: {public: {address: 127.0.0.1, port: 0}}");
                RawClient client = gateway.connect()) {
            for (int i = 0; i < 3; i++) {
                client.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello");
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.header("connection")).isNull();
            }
        }
    }
}
