package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What breaks the rules of HTTP is refused, and the connection closed, before a target can see it. */
class HostileClientTest {
    private static Origin origin;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws IOException {
        origin = Origin.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        gateway = RunningGateway.with(RunningGateway.forwardingTo(origin.port(), "")
                .replace(
                        "port: 0",
                        "port: 0, limits: {headerCount: 20, headerSize: 4KiB, uri: 1KiB, headerTime: 300ms,"
                                + " body: 1KiB}"));
    }

    @AfterAll
    static void stop() throws IOException {
        gateway.close();
        origin.close();
    }

    static Stream<Arguments> malformed() {
        String post = "POST / HTTP/1.1\r\nHost: a\r\n";
        String chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                Arguments.of(
                        "length and coding", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "coding and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"),
                Arguments.of("two lengths", post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"),
                Arguments.of("two equal lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc"),
                Arguments.of("a list of lengths", post + "Content-Length: 3, 3\r\n\r\nabc"),
                Arguments.of("a signed length", post + "Content-Length: +3\r\n\r\nabc"),
                Arguments.of("a negative length", post + "Content-Length: -3\r\n\r\nabc"),
                Arguments.of("a hexadecimal length", post + "Content-Length: 0x3\r\n\r\nabc"),
                Arguments.of("an empty length", post + "Content-Length:\r\n\r\n"),
                Arguments.of("an unknown coding", post + "Transfer-Encoding: gzip\r\n\r\n"),
                Arguments.of("a coding behind chunked", post + "Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n"),
                Arguments.of("a coding before chunked", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("identity", post + "Transfer-Encoding: identity\r\n\r\n"),
                Arguments.of(
                        "chunked twice",
                        post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("a coding hidden by a tab", post + "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n"),
                Arguments.of(
                        "coding in HTTP/1.0",
                        "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                Arguments.of("no host", "GET / HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"),
                Arguments.of("two equal hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
                Arguments.of("an empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n"),
                Arguments.of("a host with a user", "GET / HTTP/1.1\r\nHost: user@a\r\n\r\n"),
                Arguments.of("a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
                Arguments.of("a list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n"),
                Arguments.of("a host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
                Arguments.of("a host with a bad port", "GET / HTTP/1.1\r\nHost: a:8o\r\n\r\n"),
                Arguments.of("a host with an empty label", "GET / HTTP/1.1\r\nHost: a..b\r\n\r\n"),
                Arguments.of("an absolute target with a user", "GET http://u@a/ HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a bare line feed after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"),
                Arguments.of("a bare line feed after a header", "GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n"),
                Arguments.of("bare line feeds only", "GET / HTTP/1.1\nHost: a\n\n"),
                Arguments.of("a bare carriage return in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n"),
                Arguments.of("a bare carriage return in the request line", "GET /\rx HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: b\u0000c\r\n\r\n"),
                Arguments.of("a NUL in a name", "GET / HTTP/1.1\r\nHost: a\r\nX\u0000Y: b\r\n\r\n"),
                Arguments.of("a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n"),
                Arguments.of("a folded header with a tab", "GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n\tc\r\n\r\n"),
                Arguments.of("a fold before the first header", "GET / HTTP/1.1\r\n X: b\r\nHost: a\r\n\r\n"),
                Arguments.of("a space before the colon", "GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n"),
                Arguments.of("a tab before the colon", "GET / HTTP/1.1\r\nHost: a\r\nX\t: b\r\n\r\n"),
                Arguments.of("a length with a space before the colon", post + "Content-Length : 3\r\n\r\nabc"),
                Arguments.of("a header without a colon", "GET / HTTP/1.1\r\nHost: a\r\nXb\r\n\r\n"),
                Arguments.of("a header without a name", "GET / HTTP/1.1\r\nHost: a\r\n: b\r\n\r\n"),
                Arguments.of("a bad chunk size", chunked + "z\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("an empty chunk size", chunked + "\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk size with an empty extension", chunked + "3;\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk size with a sign", chunked + "+3\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk size with a prefix", chunked + "0x3\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk size with spaces", chunked + "3 \r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk size that overflows", chunked + "fffffffffffffffff\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk line with a bare line feed", chunked + "3\nabc\r\n0\r\n\r\n"),
                Arguments.of("an extension with a bare carriage return", chunked + "3;a\rb\r\nabc\r\n0\r\n\r\n"),
                Arguments.of("a chunk longer than its size", chunked + "3\r\nabcd\r\n0\r\n\r\n"),
                Arguments.of("a folded trailer", chunked + "0\r\nX: b\r\n c\r\n\r\n"),
                Arguments.of("GET of an asterisk", "GET * HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("almost the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSN\r\n\r\n"),
                Arguments.of("HTTP/0.9", "GET /\r\n\r\n"),
                Arguments.of("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
                Arguments.of("an unknown version", "GET / HTTP/1.2\r\nHost: a\r\n\r\n"),
                Arguments.of("another protocol", "GET / ICE/1.0\r\nHost: a\r\n\r\n"),
                Arguments.of("a lower-case protocol", "GET / http/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a method that is no token", "G(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("two spaces in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a target with a space", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("CONNECT", "CONNECT a:80 HTTP/1.1\r\nHost: a:80\r\n\r\n"),
                Arguments.of("a control byte before the method", "\u0001GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a TLS hello", "\u0016\u0003\u0001\u0000\u0005hello\r\n\r\n"),
                Arguments.of("an encoded slash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a dot segment", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("an encoded dot segment", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("an encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a backslash", "GET /a\\b HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of("a double slash", "GET //a HTTP/1.1\r\nHost: a\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void it_is_refused_with_400_and_the_connection_closed(String name, String bytes) throws Exception {
        try (RawClient client = gateway.connect()) {
            client.send(bytes);
            RawClient.Answer answer = client.answer();
            assertThat(answer.status()).as("%s", answer).isEqualTo(400);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.body())
                    .doesNotContain("Exception", "netty")
                    .contains("\"instance\":\"urn:gatehouse:call:");
            if (gateway.ended().fault() != Fault.AMBIGUOUS_PATH) {
                assertThat(client.isClosedByGateway()).isTrue();
            }
        }
    }

    @Test
    void a_request_hidden_behind_a_bad_one_is_never_answered() throws Exception {
        try (RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.isClosedByGateway()).isTrue();
            gateway.ended();
        }
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of(414, "GET /" + "a".repeat(2000) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(9000) + "\r\n\r\n"),
                Arguments.of(431, "GET / HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(30) + "\r\n"),
                Arguments.of(413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n"),
                Arguments.of(413, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\nExpect: 100-continue\r\n\r\n"),
                Arguments.of(417, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: tea\r\n\r\nabcde"));
    }

    @ParameterizedTest
    @MethodSource("tooMuch")
    void what_is_too_much_is_refused(int status, String bytes) throws Exception {
        assertThat(gateway.send(bytes).status()).isEqualTo(status);
        assertThat(gateway.ended().status()).isEqualTo(status);
    }

    @Test
    void a_chunked_body_that_grows_too_large_is_cut_off() throws Exception {
        try (RawClient client = gateway.connect()) {
            client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "200\r\n" + "x".repeat(512) + "\r\n";
            client.send(chunk + chunk + chunk);
            assertThat(client.answer().status()).isEqualTo(413);
            assertThat(gateway.ended().fault()).isEqualTo(Fault.BODY_TOO_LARGE);
        }
    }

    @Test
    void a_head_that_does_not_come_in_time_is_answered_408() throws Exception {
        try (RawClient client = gateway.connect()) {
            client.send("GET / HTTP/1.1\r\nHost: ");
            assertThat(client.answer().status()).isEqualTo(408);
            assertThat(client.isClosedByGateway()).isTrue();
            assertThat(gateway.ended().fault()).isEqualTo(Fault.REQUEST_TIMEOUT);
        }
    }

    @Test
    void an_empty_line_before_a_request_is_forgiven() throws Exception {
        assertThat(gateway.send("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").status())
                .isEqualTo(200);
        gateway.ended();
    }

    @Test
    void an_absolute_target_counts_more_than_the_host() throws Exception {
        assertThat(gateway.send("GET http://b.example/x?y=1 HTTP/1.1\r\nHost: a\r\n\r\n")
                        .status())
                .isEqualTo(200);
        gateway.ended();
    }

    @Test
    void a_head_may_come_byte_by_byte_and_chunk_extensions_are_understood() throws Exception {
        try (RawClient client = gateway.connect()) {
            for (char c :
                    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b;c=\"d;\\\"e\"\r\nabc\r\n0\r\n\r\n"
                            .toCharArray()) {
                client.send(String.valueOf(c));
            }
            assertThat(client.answer().status()).isEqualTo(200);
            gateway.ended();
        }
    }
}
