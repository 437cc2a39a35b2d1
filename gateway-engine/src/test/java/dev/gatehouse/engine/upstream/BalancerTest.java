package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BalancerTest {
    private static final Wish ANYTHING = new Wanted();

    private static List<Member> targets(int... weights) {
        List<Member> targets = new ArrayList<>();
        for (int weight : weights) {
            TargetState target = new TargetState("10.0.0." + (targets.size() + 1) + ":80");
            targets.add(new Member(targets.size(), target, weight, 0));
        }
        return targets;
    }

    private static List<String> turns(Chooser chooser, int count) {
        List<String> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String address =
                    Objects.requireNonNull(chooser.choose(ANYTHING, 0)).target().address();
            turns.add(address.substring("10.0.0.".length(), address.indexOf(':')));
        }
        return turns;
    }

    @Test
    void round_robin_spreads_a_heavy_targets_turns() {
        assertThat(turns(new RoundRobin(targets(5, 1, 1)), 14))
                .containsExactly("1", "1", "2", "1", "3", "1", "1", "1", "1", "2", "1", "3", "1", "1");
    }

    @Test
    void round_robin_gives_each_target_exactly_its_weight() {
        List<String> turns = turns(new RoundRobin(targets(700, 200, 100)), 10);
        assertThat(Collections.frequency(turns, "1")).isEqualTo(7);
        assertThat(Collections.frequency(turns, "2")).isEqualTo(2);
        assertThat(Collections.frequency(turns, "3")).isEqualTo(1);
    }

    @Test
    void round_robin_keeps_a_light_target_beside_very_many_heavy_ones() {
        int[] weights = new int[1000];
        Arrays.fill(weights, 1000);
        weights[999] = 1;
        assertThat(new HashSet<>(turns(new RoundRobin(targets(weights)), 8192))).hasSize(1000);
    }

    @Test
    void a_target_of_weight_0_gets_nothing() {
        assertThat(turns(new RoundRobin(targets(1, 0, 1)), 8)).doesNotContain("2");
        assertThat(turns(new LeastRequests(targets(1, 0, 1)), 8)).doesNotContain("2");
    }

    @Test
    void there_is_no_choice_when_every_weight_is_0() {
        assertThat(new RoundRobin(targets(0, 0)).choose(ANYTHING, 0)).isNull();
        assertThat(new LeastRequests(targets(0, 0)).choose(ANYTHING, 0)).isNull();
    }

    @Test
    void least_requests_takes_the_idle_target() {
        List<Member> targets = targets(1, 1, 1);
        targets.get(0).target().enter();
        targets.get(2).target().enter();
        assertThat(turns(new LeastRequests(targets), 5)).containsOnly("2");
    }

    @Test
    void least_requests_counts_load_by_weight() {
        List<Member> targets = targets(4, 1);
        for (int i = 0; i < 3; i++) {
            targets.get(0).target().enter();
        }
        targets.get(1).target().enter();
        assertThat(turns(new LeastRequests(targets), 4)).containsOnly("1"); // 3/4 is less than 1/1
        targets.get(0).target().enter();
        targets.get(0).target().enter();
        assertThat(turns(new LeastRequests(targets), 4)).containsOnly("2"); // 5/4 is more
    }

    @Test
    void least_requests_lets_equals_take_turns() {
        assertThat(turns(new LeastRequests(targets(1, 1, 1)), 6)).containsExactly("1", "2", "3", "1", "2", "3");
    }

    @Test
    void a_request_that_leaves_is_no_load() {
        List<Member> targets = targets(1, 1);
        targets.get(0).target().enter();
        targets.get(1).target().enter();
        targets.get(1).target().leave();
        assertThat(turns(new LeastRequests(targets), 2)).containsOnly("2");
    }

    @Test
    void an_address_is_read_into_host_and_port() {
        TargetState v6 = new TargetState("[2001:db8::1]:8443");
        assertThat(v6.host()).isEqualTo("2001:db8::1");
        assertThat(v6.port()).isEqualTo(8443);
        assertThat(v6.address()).isEqualTo("[2001:db8::1]:8443");
    }
}
