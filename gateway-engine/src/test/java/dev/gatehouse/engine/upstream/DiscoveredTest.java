package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of what discovery finds, by a clock that the test turns. */
class DiscoveredTest {
    private static final String DNS = "discovery: {dns: \"orders.internal:80\"}";

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");

    private static Upstream upstream(String yaml) {
        return Binder.list(Document.parse("[{" + yaml + "}]", Format.YAML), Upstream.class)
                .entries()
                .getFirst();
    }

    private static UpstreamState state(String yaml) {
        return new UpstreamState(upstream(yaml), null);
    }

    private static List<Found> targets(String... addresses) {
        return Stream.of(addresses)
                .map(address -> new Found(address, "orders.internal", 1, 0))
                .toList();
    }

    private void find(UpstreamState state, String... addresses) {
        discovered(state).found(targets(addresses), now, now.plusSeconds(2));
    }

    private void fail(UpstreamState state, String problem) {
        discovered(state).failed(problem, now, now.plusSeconds(2));
    }

    private static Discovered discovered(UpstreamState state) {
        return Objects.requireNonNull(state.discovered());
    }

    private static List<String> addresses(UpstreamState state) {
        return state.members().stream().map(member -> member.target().address()).toList();
    }

    private static List<String> chosen(UpstreamState state, int times) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Member member = state.choose(new Wanted(), 0);
            chosen.add(member == null ? "nobody" : member.target().address());
        }
        return chosen;
    }

    private static String why(UpstreamState state) {
        return Objects.requireNonNull(state.closed(0)).of("orders");
    }

    private static List<String> told(UpstreamState state) {
        return state.changes(0).stream()
                .map(change -> change.kind().word() + ": " + change.reason())
                .toList();
    }

    @Test
    void targets_that_are_found_take_requests_beside_those_of_the_configuration() {
        UpstreamState state = state("targets: [{address: \"10.0.0.1:80\"}], " + DNS);
        assertThat(chosen(state, 2)).containsOnly("10.0.0.1:80");
        find(state, "10.0.0.2:80", "10.0.0.1:80");
        assertThat(chosen(state, 4))
                .containsExactlyInAnyOrder("10.0.0.1:80", "10.0.0.2:80", "10.0.0.1:80", "10.0.0.2:80");
        find(state, "10.0.0.3:80");
        assertThat(chosen(state, 4)).containsOnly("10.0.0.1:80", "10.0.0.3:80");
        assertThat(told(state))
                .containsExactly(
                        "targets-discovered: 10.0.0.2:80, 10.0.0.1:80 join (dns orders.internal:80)",
                        "targets-discovered: 10.0.0.3:80 joins, 10.0.0.2:80, 10.0.0.1:80 leave"
                                + " (dns orders.internal:80)");
    }

    @Test
    void a_failure_or_an_empty_answer_takes_no_target_away_and_is_told_once() {
        UpstreamState state = state(DNS);
        find(state, "10.0.0.1:80");
        told(state);
        Instant good = now;
        now = now.plusSeconds(2);
        fail(state, "no name server answers");
        fail(state, "no name server answers");
        discovered(state).found(List.of(), now, now.plusSeconds(4));
        assertThat(addresses(state)).containsExactly("10.0.0.1:80");
        assertThat(discovered(state).use().lastSuccess()).isEqualTo(good);
        assertThat(discovered(state).use().lastAttempt()).isEqualTo(now);
        assertThat(discovered(state).use().next()).isEqualTo(now.plusSeconds(4));
        assertThat(discovered(state).use().problem()).isEqualTo("the answer has no target");
        find(state, "10.0.0.1:80");
        assertThat(told(state))
                .containsExactly(
                        "discovery-failed: dns orders.internal:80: no name server answers; its 1 target stays",
                        "discovery-failed: dns orders.internal:80: the answer has no target; its 1 target stays",
                        "discovery-recovered: dns orders.internal:80 has answered");
        assertThat(discovered(state).use().problem()).isNull();
    }

    @Test
    void as_long_as_nothing_was_found_it_is_said_why() {
        UpstreamState state = state(DNS);
        assertThat(chosen(state, 1)).containsExactly("nobody");
        assertThat(why(state))
                .isEqualTo("the discovery of targets of orders by dns orders.internal:80 has found none yet");
        fail(state, "the name orders.internal does not exist");
        assertThat(why(state)).endsWith(" has found none yet: the name orders.internal does not exist");
        find(state, "10.0.0.1:80");
        assertThat(chosen(state, 1)).containsExactly("10.0.0.1:80");
    }

    @Test
    void an_answer_that_is_too_long_is_refused_and_an_address_counts_once() {
        UpstreamState state = state(DNS);
        String[] many = new String[Discovered.MOST + 1];
        for (int i = 0; i < many.length; i++) {
            many[i] = "10.0." + i / 256 + "." + i % 256 + ":80";
        }
        find(state, many);
        assertThat(discovered(state).use().problem()).isEqualTo("the answer has 1001 targets, more than 1000");
        find(state, "10.0.0.1:80", "10.0.0.1:80");
        assertThat(addresses(state)).containsExactly("10.0.0.1:80");
    }

    @Test
    void a_target_that_comes_back_has_its_number_and_its_state_again_until_it_is_forgotten() {
        UpstreamState state = state(DNS);
        find(state, "10.0.0.1:80", "10.0.0.2:80");
        Member second = state.members().get(1);
        find(state, "10.0.0.1:80");
        find(state, "10.0.0.3:80", "10.0.0.1:80");
        assertThat(state.members()).extracting(Member::index).containsExactly(2, 0);
        now = now.plus(Places.MEMORY).minusSeconds(1);
        find(state, "10.0.0.1:80", "10.0.0.2:80");
        assertThat(state.members().get(1)).isEqualTo(second);
        find(state, "10.0.0.1:80");
        now = now.plus(Places.MEMORY);
        find(state, "10.0.0.1:80", "10.0.0.9:80"); // forgets
        find(state, "10.0.0.1:80", "10.0.0.2:80");
        assertThat(state.members().get(1).target()).isNotSameAs(second.target());
    }

    @Test
    void a_target_with_a_request_in_flight_is_not_forgotten() {
        UpstreamState state = state(DNS);
        find(state, "10.0.0.1:80", "10.0.0.2:80");
        Member second = state.members().get(1);
        second.target().enter();
        find(state, "10.0.0.1:80");
        now = now.plus(Duration.ofDays(1));
        find(state, "10.0.0.3:80");
        find(state, "10.0.0.2:80");
        assertThat(state.members()).containsExactly(second);
    }

    @Test
    void weight_and_tier_may_change_without_a_target_that_comes_or_goes() {
        UpstreamState state = state(DNS);
        find(state, "10.0.0.1:80", "10.0.0.2:80");
        told(state);
        List<Found> tiers = List.of(
                new Found("10.0.0.1:80", "orders.internal", 1, 1), new Found("10.0.0.2:80", "orders.internal", 1, 0));
        assertThat(discovered(state).found(tiers, now, now)).isTrue();
        assertThat(chosen(state, 3)).containsOnly("10.0.0.2:80");
        assertThat(told(state)).isEmpty();
        assertThat(discovered(state).found(List.of(tiers.get(1), tiers.get(0)), now, now))
                .as("the order says nothing")
                .isFalse();
    }

    @Test
    void what_was_found_goes_on_in_the_next_revision_under_its_own_name() {
        UpstreamState first = state(DNS);
        find(first, "10.0.0.1:80");
        UpstreamState second = new UpstreamState(upstream(DNS + ", pool: {connections: 5}"), first);
        assertThat(second.members()).isEqualTo(first.members());
        assertThat(second.members().getFirst().target().name()).isEqualTo("orders.internal");
        find(first, "10.0.0.2:80"); // between the compilation and the swap
        discovered(second).follow(discovered(first));
        assertThat(addresses(second)).containsExactly("10.0.0.2:80");
        UpstreamState third = new UpstreamState(upstream("targets: [{address: \"10.0.0.2:80\"}]"), second);
        assertThat(third.members().getFirst().target().name()).isEqualTo("10.0.0.2");
        assertThat(third.discovered()).isNull();
    }

    @Test
    void a_client_keeps_its_target_while_others_come_and_go_and_keys_move_as_little_as_they_must() {
        UpstreamState sticky = state(DNS + ", balancer: {sticky: {}}");
        find(sticky, "10.0.0.1:80", "10.0.0.2:80");
        String token = Stickiness.token(sticky.members().get(1));
        find(sticky, "10.0.0.3:80", "10.0.0.2:80");
        Wish pinned = new Wanted("", token, null);
        assertThat(Objects.requireNonNull(sticky.choose(pinned, 0)).target().address())
                .isEqualTo("10.0.0.2:80");
        find(sticky, "10.0.0.3:80");
        assertThat(Objects.requireNonNull(sticky.choose(pinned, 0)).target().address())
                .isEqualTo("10.0.0.3:80");

        UpstreamState keyed = state(DNS + ", balancer: {type: hash}");
        find(keyed, "10.0.0.1:80", "10.0.0.2:80", "10.0.0.3:80");
        List<String> before = owners(keyed);
        find(keyed, "10.0.0.3:80", "10.0.0.1:80");
        List<String> after = owners(keyed);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals("10.0.0.2:80")) {
                assertThat(after.get(i)).isEqualTo(before.get(i));
            }
        }
    }

    private static List<String> owners(UpstreamState state) {
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            owners.add(Objects.requireNonNull(state.choose(Wanted.key("k" + i), 0))
                    .target()
                    .address());
        }
        return owners;
    }

    @Test
    void many_changes_are_told_with_the_first_ten() {
        UpstreamChange change = UpstreamChange.discovered(
                Stream.iterate(1, i -> i + 1).limit(12).map(i -> "t" + i).toList(), List.of(), "file /t.yaml");
        assertThat(change.kind()).isEqualTo(Event.Kind.TARGETS_DISCOVERED);
        assertThat(change.reason()).isEqualTo("t1, t2, t3, t4, t5, t6, t7, t8, t9, t10 and 2 more join (file /t.yaml)");
    }
}
