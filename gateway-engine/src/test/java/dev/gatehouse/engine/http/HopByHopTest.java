package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import org.junit.jupiter.api.Test;

class HopByHopTest {
    private static HttpHeaders headers(String... namesAndValues) {
        HttpHeaders headers = new DefaultHttpHeaders();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    @Test
    void headers_of_one_connection_go_no_further() {
        HttpHeaders headers = headers(
                "Connection",
                "close",
                "Keep-Alive",
                "timeout=5",
                "Proxy-Connection",
                "close",
                "TE",
                "trailers",
                "Upgrade",
                "h2c",
                "HTTP2-Settings",
                "AA",
                "Proxy-Authenticate",
                "Basic",
                "Accept",
                "*/*");
        HopByHop.strip(headers);
        assertThat(headers.names()).containsExactly("Accept");
    }

    @Test
    void what_connection_nominates_goes_no_further_in_any_spelling() {
        HttpHeaders headers = headers(
                "Connection",
                "X-One, ,x-TWO",
                "connection",
                "x-three",
                "X-One",
                "1",
                "X-Two",
                "2",
                "X-Three",
                "3",
                "X-Four",
                "4");
        HopByHop.strip(headers);
        assertThat(headers.names()).containsExactly("X-Four");
    }

    @Test
    void a_client_cannot_nominate_away_what_frames_or_authorises_a_message() {
        HttpHeaders headers = headers(
                "Connection",
                "Host, Content-Length, Transfer-Encoding, Authorization, Cookie",
                "Host",
                "a",
                "Content-Length",
                "3",
                "Transfer-Encoding",
                "chunked",
                "Authorization",
                "Bearer t",
                "Cookie",
                "c=1");
        HopByHop.strip(headers);
        assertThat(headers.names())
                .containsExactlyInAnyOrder("Host", "Content-Length", "Transfer-Encoding", "Authorization", "Cookie");
    }

    @Test
    void names_that_only_the_gateway_sets_are_taken_from_a_client_with_underscores_too() {
        HttpHeaders headers = headers(
                "X-Gatehouse-Tenant",
                "acme",
                "x_gatehouse_application",
                "a",
                "X-GATEHOUSE_plan",
                "gold",
                "X-Gatehouse",
                "1",
                "X-Gatehous-Plan",
                "2");
        HopByHop.stripOurs(headers);
        assertThat(headers.names()).containsExactlyInAnyOrder("X-Gatehouse", "X-Gatehous-Plan");
    }

    @Test
    void a_trailer_cannot_change_how_a_message_is_read_or_whom_it_is_from() {
        HttpHeaders trailers = headers(
                "Content-Length",
                "3",
                "Transfer-Encoding",
                "chunked",
                "Host",
                "evil",
                "Authorization",
                "Bearer t",
                "X-Forwarded-For",
                "10.0.0.1",
                "Forwarded",
                "for=x",
                "X_Gatehouse_Tenant",
                "acme",
                "Grpc-Status",
                "0");
        HopByHop.stripTrailers(trailers);
        assertThat(trailers.names()).containsExactly("Grpc-Status");
    }

    @Test
    void no_trailers_are_left_alone() {
        HopByHop.stripTrailers(null);
        HttpHeaders none = headers();
        HopByHop.stripTrailers(none);
        assertThat(none).isEmpty();
    }
}
