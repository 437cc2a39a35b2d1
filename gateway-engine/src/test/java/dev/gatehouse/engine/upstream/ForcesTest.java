package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an operator says of targets, by a clock that the test turns. */
class ForcesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private long now = Long.MAX_VALUE - 20 * SECOND; // nanoTime may turn over at any moment

    private static UpstreamState state(String settings, @Nullable UpstreamState before) {
        String yaml = "upstreams: {u: {targets: [{address: 'a:1'}, {address: 'b:1'}, {address: 'c:1', weight: 0}]"
                + settings + "}}";
        Upstream upstream = Objects.requireNonNull(Binder.bind(
                                Objects.requireNonNull(
                                        Document.parse(yaml, Format.YAML).tree()),
                                Catalogue.of(List.of(), List.of()),
                                Set.of())
                        .configuration())
                .upstreams()
                .get("u");
        return new UpstreamState(Objects.requireNonNull(upstream), before);
    }

    private void force(UpstreamState state, String address, ForcedTarget.State to, @Nullable Duration length) {
        ForcedTarget told =
                new ForcedTarget(to, "ann", Instant.EPOCH, length == null ? null : Instant.EPOCH.plus(length));
        assertThat(state.force(address, told, length, now)).isTrue();
    }

    private Set<String> met(UpstreamState state) {
        Set<String> met = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            Member member = state.choose(new Wanted(), now);
            if (member != null) {
                met.add(member.target().address());
            }
        }
        return met;
    }

    @Test
    void a_target_that_is_forced_out_takes_nothing_until_it_is_released() {
        UpstreamState state = state("", null);
        assertThat(met(state)).containsExactly("a:1", "b:1");
        force(state, "a:1", ForcedTarget.State.DRAIN, null);
        assertThat(met(state)).containsExactly("b:1");
        assertThat(state.changes(now))
                .extracting(UpstreamChange::reason)
                .containsExactly("drain, by ann, until it is released");
        assertThat(state.release("a:1", "eve", now)).isTrue();
        assertThat(state.release("a:1", "eve", now)).isFalse();
        assertThat(met(state)).containsExactly("a:1", "b:1");
        assertThat(state.changes(now)).extracting(UpstreamChange::reason).containsExactly("eve released it");
        assertThat(state.force("d:1", new ForcedTarget(ForcedTarget.State.UP, "ann", Instant.EPOCH, null), null, now))
                .isFalse();
    }

    @Test
    void it_ends_by_itself_after_its_time() {
        UpstreamState state = state("", null);
        force(state, "a:1", ForcedTarget.State.DOWN, Duration.ofSeconds(30));
        state.changes(now);
        now += 29 * SECOND;
        assertThat(met(state)).containsExactly("b:1");
        assertThat(state.changes(now)).isEmpty();
        now += SECOND;
        assertThat(met(state)).containsExactly("a:1", "b:1");
        assertThat(state.forced(state.members().getFirst(), now)).isNull();
        assertThat(state.changes(now)).extracting(UpstreamChange::reason).containsExactly("the time is over");
        assertThat(state.changes(now)).isEmpty();
    }

    @Test
    void nothing_is_chosen_where_all_are_forced_out_though_unhealthy_ones_would_be() {
        UpstreamState state = state(", health: {passive: {failures: 1, maxEjected: 100%}}", null);
        state.failed(state.members().get(0), Fault.UPSTREAM_RESET, now);
        state.failed(state.members().get(1), Fault.UPSTREAM_RESET, now);
        assertThat(met(state)).as("all are ejected, so all are tried").containsExactly("a:1", "b:1");
        force(state, "a:1", ForcedTarget.State.DOWN, null);
        assertThat(met(state)).containsExactly("b:1");
        assertThat(state.closed(now)).isNull();
        force(state, "b:1", ForcedTarget.State.DRAIN, null);
        assertThat(met(state)).isEmpty();
        assertThat(state.closed(now)).isEqualTo(Closed.FORCED);
    }

    @Test
    void up_overrides_health_but_no_weight_of_zero() {
        UpstreamState state = state(", health: {passive: {failures: 1, maxEjected: 100%}}", null);
        state.failed(state.members().get(0), Fault.UPSTREAM_RESET, now);
        assertThat(met(state)).containsExactly("b:1");
        force(state, "a:1", ForcedTarget.State.UP, null);
        force(state, "c:1", ForcedTarget.State.UP, null);
        assertThat(met(state)).containsExactly("a:1", "b:1");
    }

    @Test
    void it_lasts_over_revisions_and_clients_do_not_stick_to_what_is_out() {
        UpstreamState first = state("", null);
        force(first, "a:1", ForcedTarget.State.DRAIN, null);
        UpstreamState second = state(", balancer: {sticky: {cookie: at}}", first);
        assertThat(met(second)).containsExactly("b:1");
        Wanted sticking = Wanted.pinned(Stickiness.token(second.members().getFirst()));
        assertThat(Objects.requireNonNull(second.choose(sticking, now)).target().address())
                .isEqualTo("b:1");
        second.release("a:1", "ann", now);
        assertThat(Objects.requireNonNull(second.choose(sticking, now)).target().address())
                .isEqualTo("a:1");
    }
}
