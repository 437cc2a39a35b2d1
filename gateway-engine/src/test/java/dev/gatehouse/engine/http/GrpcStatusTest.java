package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http2.Http2Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults are called in gRPC. */
class GrpcStatusTest {
    @ParameterizedTest
    @CsvSource({
        "ROUTE_NOT_FOUND, UNIMPLEMENTED",
        "METHOD_NOT_ALLOWED, UNIMPLEMENTED",
        "CONNECT_FAILED, UNAVAILABLE",
        "POOL_EXHAUSTED, UNAVAILABLE",
        "UPSTREAM_RESET, UNAVAILABLE",
        "RESPONSE_TIMEOUT, DEADLINE_EXCEEDED",
        "CONNECT_TIMEOUT, DEADLINE_EXCEEDED",
        "BODY_TOO_LARGE, RESOURCE_EXHAUSTED",
        "BAD_REQUEST, INVALID_ARGUMENT",
        "INTERNAL, INTERNAL",
        "CLIENT_GONE, CANCELLED"
    })
    void a_fault_has_its_status(Fault fault, GrpcStatus status) {
        assertThat(GrpcStatus.of(fault.status())).isEqualTo(status);
    }

    @Test
    void a_message_is_printable() {
        assertThat(GrpcStatus.of(Fault.INTERNAL, 500, "50 % of Zürich", EmptyHttpHeaders.INSTANCE)
                        .get("grpc-message"))
                .isEqualTo("internal: 50 %25 of Z%C3%BCrich");
    }

    @Test
    void a_fault_is_one_frame_without_a_body() throws Exception {
        try (RunningGateway gateway = RunningGateway.with("listeners: {public: {address: 127.0.0.1, port: 0}}");
                RawHttp2 client = new RawHttp2(gateway.port())) {
            client.request(1, true, "POST", "/shop.Orders/Get", "content-type", "application/grpc", "te", "trailers");
            RawHttp2.Frame only = client.next(RawHttp2.HEADERS);
            Http2Headers head = client.fields(only);
            assertThat(only.endsStream()).isTrue();
            assertThat(head.status()).hasToString("200");
            assertThat(head.get("content-type")).hasToString("application/grpc");
            assertThat(head.get("grpc-status")).hasToString("12");
            assertThat(head.get("grpc-message").toString()).startsWith("route-not-found: ");
            RunningGateway.Ended ended = gateway.ended();
            assertThat(ended.fault()).isEqualTo(Fault.ROUTE_NOT_FOUND);
            assertThat(ended.status()).isEqualTo(200);
        }
    }
}
