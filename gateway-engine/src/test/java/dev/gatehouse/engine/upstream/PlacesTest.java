package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static List<Found> targets(String... addresses) {
        return Stream.of(addresses)
                .map(address -> new Found(address, null, 1, 0))
                .toList();
    }

    private static List<Integer> indexes(Places places) {
        return places.members().stream().map(Member::index).toList();
    }

    @Test
    void a_target_keeps_its_number_and_its_state_whatever_comes_or_goes() {
        Places first = Places.NONE.of(targets("a:1", "b:1", "c:1"), false);
        assertThat(indexes(first)).containsExactly(0, 1, 2);
        Places second = first.of(targets("d:1", "c:1", "b:1"), true);
        assertThat(indexes(second)).as("d has the number of a").containsExactly(0, 2, 1);
        assertThat(second.members().get(1).target())
                .isSameAs(first.members().get(2).target());
        assertThat(indexes(second.of(targets("b:1"), true))).containsExactly(1);
    }

    @Test
    void the_same_address_twice_is_one_target() {
        Places twice = Places.NONE.of(targets("a:1", "a:1"), false);
        assertThat(indexes(twice)).containsExactly(0, 0);
        assertThat(twice.members().get(0).target())
                .isSameAs(twice.members().get(1).target());
    }
}
