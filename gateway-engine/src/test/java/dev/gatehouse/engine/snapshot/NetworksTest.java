package dev.gatehouse.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.0/23, 192.0.3.255, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.7/32, 192.0.2.7, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "::1, ::1, true",
        "::/0, 10.0.0.1, false",
        "10.0.0.0/8, ::ffff:10.1.2.3, true"
    })
    void an_address_is_in_a_network_when_its_first_bits_agree(String network, String address, boolean in) {
        assertThat(new Networks(List.of(network)).contains(address)).isEqualTo(in);
    }

    @Test
    void one_of_several_is_enough() {
        Networks networks = new Networks(List.of("10.0.0.0/8", "192.168.0.0/16"));
        assertThat(networks.contains("192.168.7.7")).isTrue();
        assertThat(networks.contains("172.16.0.1")).isFalse();
    }

    @Test
    void what_is_no_address_is_nowhere() {
        Networks all = new Networks(List.of("0.0.0.0/0", "::/0"));
        assertThat(all.contains("localhost")).isFalse();
        assertThat(all.contains("unknown")).isFalse();
        assertThat(all.contains("")).isFalse();
    }

    @Test
    void no_networks_hold_nobody() {
        Networks none = new Networks(List.of());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.contains("127.0.0.1")).isFalse();
    }

    @Test
    void a_name_is_no_network() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Networks(List.of("localhost/8")));
    }
}
