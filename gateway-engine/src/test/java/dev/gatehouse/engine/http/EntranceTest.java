package dev.gatehouse.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

/** How connections of an address are counted. */
class EntranceTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("192.0.2.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("2001:db8::1");

    @Test
    void an_address_enters_as_often_as_it_may_and_again_when_it_has_left() {
        Entrance entrance = new Entrance();
        assertThat(entrance.enter(ONE, 2)).isTrue();
        assertThat(entrance.enter(ONE, 2)).isTrue();
        assertThat(entrance.enter(ONE, 2)).isFalse();
        assertThat(entrance.enter(OTHER, 2)).as("another address").isTrue();
        entrance.leave(ONE);
        assertThat(entrance.enter(ONE, 2)).isTrue();
        assertThat(entrance.enter(ONE, 2)).isFalse();
    }
}
