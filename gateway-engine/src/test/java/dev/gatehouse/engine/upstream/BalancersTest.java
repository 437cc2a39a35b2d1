package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Bound;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whom the balancers choose, in upstreams as documents describe them and by a clock that the test turns. */
class BalancersTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = 7 * SECOND;

    private static Upstream upstream(String yaml) {
        Bound bound = Binder.bind(
                Objects.requireNonNull(Document.parse("upstreams: {u: " + yaml + "}", Format.YAML)
                        .tree()),
                Catalogue.of(List.of(), List.of()),
                Set.of());
        assertThat(bound.violations()).isEmpty();
        return Objects.requireNonNull(
                Objects.requireNonNull(bound.configuration()).upstreams().get("u"));
    }

    private static UpstreamState state(String yaml) {
        return new UpstreamState(upstream(yaml), null);
    }

    /** Targets 10.0.0.1:80 and on, each with these settings. */
    private static String targets(int count, String settings) {
        List<String> targets = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            targets.add("{address: \"10.0.0." + i + ":80\"" + settings + "}");
        }
        return "targets: [" + String.join(", ", targets) + "]";
    }

    private Member choose(UpstreamState state, Wish wish) {
        return Objects.requireNonNull(state.choose(wish, now));
    }

    private int[] turns(UpstreamState state, int count) {
        int[] turns = new int[state.members().size()];
        for (int i = 0; i < count; i++) {
            turns[choose(state, new Wanted()).index()]++;
        }
        return turns;
    }

    private static Map<String, Integer> owners(UpstreamState state, int keys) {
        Map<String, Integer> owners = new HashMap<>();
        for (int i = 0; i < keys; i++) {
            Member owner = Objects.requireNonNull(state.choose(Wanted.key("user-" + i), 0));
            owners.put("user-" + i, owner.index());
        }
        return owners;
    }

    private static long moved(Map<String, Integer> before, Map<String, Integer> after) {
        return before.entrySet().stream()
                .filter(one -> !one.getValue().equals(after.get(one.getKey())))
                .count();
    }

    @Test
    void of_two_drawn_the_less_busy_is_taken() {
        List<Member> members = state("{" + targets(3, "") + "}").members();
        members.get(0).target().enter();
        members.get(0).target().enter();
        members.get(1).target().enter();
        BetterOfTwo two = new BetterOfTwo(members, BetterOfTwo.LOAD, new Random(7)::nextInt);
        int[] turns = new int[3];
        for (int i = 0; i < 900; i++) {
            turns[Objects.requireNonNull(two.choose(new Wanted(), 0)).index()]++;
        }
        assertThat(turns[0]).as("the busiest loses against both").isZero();
        assertThat(turns[2]).isGreaterThan(turns[1]);
        assertThat(turns[1]).isPositive();
    }

    @Test
    void draws_go_by_weight() {
        List<Member> members = List.of(
                state("{" + targets(1, ", weight: 900") + "}").members().getFirst(),
                new Member(1, new TargetState("10.0.0.2:80"), 50, 0),
                new Member(2, new TargetState("10.0.0.3:80"), 50, 0));
        BetterOfTwo two = new BetterOfTwo(members, (_, _) -> 1, new Random(7)::nextInt);
        int[] turns = new int[3];
        for (int i = 0; i < 1000; i++) {
            turns[Objects.requireNonNull(two.choose(new Wanted(), 0)).index()]++;
        }
        assertThat(turns[0]).isBetween(850, 950);
    }

    @Test
    void ewma_prefers_who_answers_sooner_and_tries_the_slow_one_again_later() {
        UpstreamState state = state("{" + targets(2, "") + ", balancer: {type: ewma}}");
        Member slow = state.members().get(0);
        Member fast = state.members().get(1);
        state.answered(slow, 200, now - 500 * MILLI, now);
        state.answered(fast, 200, now - 5 * MILLI, now);
        assertThat(turns(state, 50)).containsExactly(0, 50);
        for (int i = 0; i < 200; i++) {
            fast.target().enter();
        }
        assertThat(turns(state, 50))
                .as("a hundred requests in flight are slow too")
                .containsExactly(50, 0);
        for (int i = 0; i < 200; i++) {
            fast.target().leave();
        }
        for (int i = 0; i < 120; i++) {
            now += SECOND;
            state.answered(fast, 200, now - 5 * MILLI, now);
        }
        assertThat(turns(state, 50)).as("what was slow two minutes ago").containsExactly(50, 0);
    }

    @Test
    void a_target_that_fails_at_once_does_not_look_fast() {
        UpstreamState state = state("{" + targets(2, "") + ", balancer: {type: ewma}}");
        state.answered(state.members().get(0), 503, now - MILLI, now);
        state.answered(state.members().get(1), 200, now - 100 * MILLI, now);
        assertThat(turns(state, 50)).containsExactly(0, 50);
    }

    @Test
    void a_key_stays_at_its_target_and_keys_are_spread_by_weight() {
        UpstreamState state = state("{" + targets(4, "") + ", balancer: {type: hash}}");
        Map<String, Integer> owners = owners(state, 10_000);
        assertThat(moved(owners, owners(state, 10_000))).isZero();
        for (int i = 0; i < 4; i++) {
            assertThat(Collections.frequency(owners.values(), i)).isBetween(1800, 3300);
        }
        UpstreamState weighted =
                state("{targets: [{address: \"10.0.0.1:80\", weight: 3}, {address: \"10.0.0.2:80\"}], balancer: {type:"
                        + " hash}}");
        assertThat(Collections.frequency(owners(weighted, 10_000).values(), 0)).isBetween(6500, 8500);
    }

    @Test
    void only_the_keys_of_a_target_that_goes_or_comes_move() {
        Map<String, Integer> three = owners(state("{" + targets(3, "") + ", balancer: {type: hash}}"), 10_000);
        Map<String, Integer> four = owners(state("{" + targets(4, "") + ", balancer: {type: hash}}"), 10_000);
        assertThat(four.entrySet().stream().filter(one -> !one.getValue().equals(three.get(one.getKey()))))
                .as("whatever moved went to the new one")
                .allMatch(one -> one.getValue() == 3);
        assertThat(moved(three, four)).isBetween(1500L, 3500L);
    }

    @Test
    void the_keys_of_a_target_that_is_out_move_and_come_back() {
        UpstreamState state = state(
                "{" + targets(4, "") + ", balancer: {type: hash}, health: {passive: {failures: 1, ejectFor: 30s}}}");
        Map<String, Integer> before = owners(state, 2000);
        state.answered(state.members().get(2), 503, 0, 0);
        Map<String, Integer> without = owners(state, 2000);
        assertThat(without.values()).doesNotContain(2);
        assertThat(moved(before, without)).isEqualTo(Collections.frequency(before.values(), 2));
        now = 31 * SECOND;
        assertThat(choose(state, Wanted.key("user-1")).index()).isEqualTo(before.get("user-1"));
        assertThat(before.keySet().stream()
                        .map(key -> choose(state, Wanted.key(key)).index()))
                .containsExactlyElementsOf(before.values());
    }

    @Test
    void the_first_tier_in_which_a_target_is_well_takes_the_requests() {
        UpstreamState state = state("""
            {targets: [{address: "10.0.0.1:80", priority: 1}, {address: "10.0.0.2:80"}, {address: "10.0.0.3:80"},
             {address: "10.0.0.4:80", priority: 2}],
             health: {passive: {failures: 1, ejectFor: 30s, maxEjected: 100%}}}\
            """);
        assertThat(turns(state, 10)).containsExactly(0, 5, 5, 0);
        state.answered(state.members().get(1), 503, now, now);
        assertThat(turns(state, 10)).containsExactly(0, 0, 10, 0);
        state.answered(state.members().get(2), 503, now, now);
        assertThat(turns(state, 10)).containsExactly(10, 0, 0, 0);
        state.answered(state.members().get(0), 503, now, now);
        assertThat(turns(state, 10)).containsExactly(0, 0, 0, 10);
        state.answered(state.members().get(3), 503, now, now);
        assertThat(turns(state, 10)).as("all are out: the first tier").containsExactly(0, 5, 5, 0);
        now += 30 * SECOND;
        assertThat(turns(state, 10)).containsExactly(0, 5, 5, 0);
    }

    @Test
    void another_attempt_goes_to_a_target_of_the_same_tier_first() {
        UpstreamState state = state("""
            {targets: [{address: "10.0.0.1:80"}, {address: "10.0.0.2:80", priority: 1}, {address: "10.0.0.3:80"}]}\
            """);
        for (int i = 0; i < 6; i++) {
            assertThat(choose(state, Wanted.another(state.members().get(0))).index())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_new_target_comes_to_its_share_step_by_step() {
        String slow = ", balancer: {slowStart: 10s}}";
        UpstreamState first = state("{" + targets(1, "") + slow);
        assertThat(turns(first, 5)).containsExactly(5);
        UpstreamState second = new UpstreamState(upstream("{" + targets(2, "") + slow), first);
        assertThat(turns(second, 110)).containsExactly(100, 10);
        now += 5 * SECOND;
        assertThat(turns(second, 150)).containsExactly(100, 50);
        now += 5 * SECOND;
        assertThat(turns(second, 200)).containsExactly(100, 100);
    }

    @Test
    void a_target_that_is_well_again_comes_to_its_share_step_by_step() {
        UpstreamState state = state("{" + targets(2, "")
                + ", balancer: {slowStart: 10s}, health: {passive: {failures: 1, ejectFor: 30s}}}");
        assertThat(turns(state, 10)).as("at the start all begin together").containsExactly(5, 5);
        state.answered(state.members().get(1), 503, now, now);
        assertThat(turns(state, 10)).containsExactly(10, 0);
        now += 30 * SECOND;
        assertThat(turns(state, 110)).containsExactly(100, 10);
        now += 3 * SECOND;
        assertThat(turns(state, 130)).containsExactly(100, 30);
        now += 7 * SECOND;
        assertThat(turns(state, 200)).containsExactly(100, 100);
    }

    @Test
    void a_client_stays_at_its_target_while_that_takes_requests() {
        UpstreamState state = state(
                "{" + targets(3, "") + ", balancer: {sticky: {}}, health: {passive: {failures: 1, ejectFor: 30s}}}");
        Stickiness sticky = Objects.requireNonNull(state.stickiness());
        Member second = state.members().get(1);
        String cookie = Objects.requireNonNull(sticky.setCookie(second, null, true));
        assertThat(cookie)
                .matches("gatehouse-target=[0-9a-f]{16}; Path=/; HttpOnly; SameSite=Lax; Secure")
                .doesNotContain("10.0.0");
        String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(sticky.setCookie(second, token, true)).isNull();
        Wish pinned = new Wanted("", token, null);
        for (int i = 0; i < 5; i++) {
            assertThat(choose(state, pinned).index()).isEqualTo(1);
        }
        assertThat(choose(state, new Wanted("", token, second)).index())
                .as("it has failed there")
                .isNotEqualTo(1);
        state.answered(second, 503, now, now);
        assertThat(choose(state, pinned).index()).isNotEqualTo(1);
        assertThat(choose(state, new Wanted("", "made-up", null)).isDrained()).isFalse();
    }
}
