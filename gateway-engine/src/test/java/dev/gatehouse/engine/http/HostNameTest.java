package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "api.example.com, api.example.com",
        "API.Example.COM:8080, api.example.com",
        "example.com., example.com",
        "example.com.:80, example.com",
        "example.com:, example.com",
        "127.0.0.1:65535, 127.0.0.1",
        "a_b-c.d, a_b-c.d",
        "[2001:DB8::1], [2001:db8::1]",
        "[::1]:8443, [::1]",
        "[::ffff:10.0.0.1]:1, [::ffff:10.0.0.1]"
    })
    void a_host_is_read_in_lower_case_without_port_and_final_dot(String authority, String host) throws Refusal {
        assertThat(HostName.of(authority)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":80",
                "a..b",
                ".a",
                "a b",
                "a/b",
                "a@b",
                "a?b",
                "a#b",
                "a%2eb",
                "a\\b",
                "a,b",
                "a\tb",
                "a\u0000b",
                "bücher.example",
                "a:8x",
                "a:-1",
                "a:123456",
                "a:80:80",
                "::1",
                "[::1",
                "[::1]80",
                "[]",
                "[:]",
                "[::g]",
                "[fe80::1%25eth0]",
                "*.example.com"
            })
    void what_is_no_host_is_refused(String authority) {
        assertThatThrownBy(() -> HostName.of(authority))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.fault()).isEqualTo(Fault.INVALID_HOST));
    }

    @Test
    void a_name_has_at_most_253_characters() throws Refusal {
        String longest = "a.".repeat(126) + "b";
        assertThat(HostName.of(longest)).hasSize(253);
        assertThatThrownBy(() -> HostName.of(longest + "b")).isInstanceOf(Refusal.class);
    }
}
