package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.ActiveHealth;
import dev.gatehouse.engine.model.Health;
import dev.gatehouse.engine.model.Outliers;
import dev.gatehouse.engine.model.PassiveHealth;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.TargetState;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which targets are out, by a clock that the test turns. */
class HealthWatchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Changes changes = new Changes();
    private final List<Member> members = new ArrayList<>();
    private long now = Long.MAX_VALUE - 20 * SECOND; // nanoTime may turn over at any moment

    private HealthWatch passive(int targets, int failures, String most) {
        return watch(targets, null, new PassiveHealth(failures, List.of(), Duration.ofSeconds(30), most, null));
    }

    private HealthWatch watch(int targets, @Nullable ActiveHealth active, @Nullable PassiveHealth passive) {
        for (int i = 0; i < targets; i++) {
            members.add(new Member(i, new dev.gatehouse.engine.upstream.TargetState("10.0.0." + i + ":80"), 1, 0));
        }
        HealthRule rule = Objects.requireNonNull(HealthRule.of(new Health(active, passive)));
        return new HealthWatch(rule, () -> members, changes);
    }

    private void fail(HealthWatch watch, int target, int times) {
        for (int i = 0; i < times; i++) {
            watch.failed(members.get(target), Fault.UPSTREAM_RESET, now);
        }
    }

    private List<Integer> out(HealthWatch watch) {
        return members.stream()
                .filter(m -> watch.isOut(m, now))
                .map(Member::index)
                .toList();
    }

    @Test
    void failures_in_a_row_eject_a_target_for_a_time() {
        HealthWatch watch = passive(4, 3, "50%");
        fail(watch, 1, 2);
        watch.answered(members.get(1), 200, now);
        fail(watch, 1, 2);
        assertThat(out(watch)).isEmpty();
        watch.answered(members.get(1), 503, now);
        assertThat(out(watch)).containsExactly(1);
        assertThat(watch.nextReturn(now) - now).isEqualTo(30 * SECOND);
        assertThat(watch.verdict(members.get(1), now).health()).isEqualTo(TargetState.Health.DOWN);
        assertThat(watch.verdict(members.get(1), now).reason())
                .isEqualTo("ejected after 3 failures in a row, the last: status 503");
        now += 30 * SECOND;
        assertThat(out(watch)).isEmpty();
        assertThat(watch.nextReturn(now)).isEqualTo(Standing.FOREVER);
        watch.settle(now);
        watch.settle(now);
        assertThat(changes.take())
                .extracting(UpstreamChange::kind)
                .containsExactly(Event.Kind.TARGET_DOWN, Event.Kind.TARGET_UP);
    }

    @Test
    void what_the_client_did_wrong_ejects_nobody() {
        HealthWatch watch = passive(4, 1, "50%");
        watch.answered(members.get(0), 404, now);
        watch.answered(members.get(0), 500, now);
        watch.failed(members.get(0), Fault.CLIENT_GONE, now);
        assertThat(out(watch)).isEmpty();
    }

    @Test
    void each_ejection_is_longer_until_the_target_has_stayed_well() {
        HealthWatch watch = passive(2, 1, "50%");
        fail(watch, 0, 1);
        now += 30 * SECOND;
        fail(watch, 0, 1);
        assertThat(watch.nextReturn(now) - now).isEqualTo(60 * SECOND);
        now += 60 * SECOND + 59 * SECOND;
        fail(watch, 0, 1);
        assertThat(watch.nextReturn(now) - now).isEqualTo(90 * SECOND);
        now += 90 * SECOND + 90 * SECOND;
        fail(watch, 0, 1);
        assertThat(watch.nextReturn(now) - now).isEqualTo(30 * SECOND);
        for (int i = 0; i < 20; i++) {
            now = watch.nextReturn(now);
            fail(watch, 0, 1);
        }
        assertThat(watch.nextReturn(now) - now).as("the longest").isEqualTo(300 * SECOND);
    }

    @Test
    void never_more_than_the_share_is_ejected() {
        HealthWatch watch = passive(5, 1, "40%");
        for (int i = 0; i < 5; i++) {
            fail(watch, i, 3);
        }
        assertThat(out(watch)).containsExactly(0, 1);
        assertThat(changes.take()).hasSize(2);
        now += 30 * SECOND;
        fail(watch, 4, 1);
        assertThat(out(watch)).containsExactly(4);
    }

    @Test
    void the_only_target_stays_at_half() {
        HealthWatch watch = passive(1, 1, "50%");
        fail(watch, 0, 10);
        assertThat(out(watch)).isEmpty();
    }

    private void traffic(HealthWatch watch, int... good) {
        for (int target = 0; target < good.length; target++) {
            for (int i = 0; i < 100; i++) {
                watch.answered(members.get(target), i % 100 < good[target] ? 200 : 503, now);
            }
        }
    }

    @Test
    void a_target_at_which_clearly_more_fails_than_at_the_others_is_ejected_with_the_shares() {
        Outliers outliers = new Outliers(Duration.ofSeconds(10), 100, "10%");
        HealthWatch watch = watch(4, null, new PassiveHealth(1000, List.of(), Duration.ofSeconds(30), "50%", outliers));
        watch.settle(now);
        traffic(watch, 99, 70, 97, 60);
        now += 9 * SECOND;
        watch.settle(now);
        assertThat(out(watch)).as("not before the interval is over").isEmpty();
        now += SECOND;
        watch.settle(now);
        assertThat(out(watch)).containsExactly(1, 3);
        assertThat(changes.take())
                .extracting(UpstreamChange::reason)
                .containsExactly(
                        "ejected because 60 % of its requests succeeded, where it was 97 % at the others; for 30 s",
                        "ejected because 70 % of its requests succeeded, where it was 97 % at the others; for 30 s");
        now += 10 * SECOND;
        watch.settle(now);
        assertThat(changes.take()).as("nothing was counted since").isEmpty();
    }

    @Test
    void outliers_count_for_the_most_that_may_be_ejected_the_worst_first() {
        Outliers outliers = new Outliers(Duration.ofSeconds(1), 50, "10%");
        HealthWatch watch = watch(4, null, new PassiveHealth(1000, List.of(), Duration.ofSeconds(30), "25%", outliers));
        watch.settle(now);
        traffic(watch, 99, 70, 97, 60);
        now += SECOND;
        watch.settle(now);
        assertThat(out(watch)).containsExactly(3);
    }

    @Test
    void probes_take_a_target_out_and_bring_it_back() {
        ActiveHealth probes = new ActiveHealth("/health", null, Duration.ofSeconds(5), Duration.ofSeconds(1), 2, 3);
        HealthWatch watch = watch(1, probes, null);
        Member target = members.getFirst();
        assertThat(watch.verdict(target, now).health()).isEqualTo(TargetState.Health.UNKNOWN);
        watch.probed(target, true, "", now);
        assertThat(watch.verdict(target, now).health()).isEqualTo(TargetState.Health.UP);
        watch.probed(target, false, "status 500", now);
        watch.probed(target, false, "status 500", now);
        assertThat(out(watch)).isEmpty();
        watch.probed(target, false, "no connection", now);
        assertThat(out(watch)).containsExactly(0);
        assertThat(watch.verdict(target, now).reason()).isEqualTo("probes fail: no connection");
        watch.probed(target, true, "", now);
        watch.probed(target, false, "status 500", now);
        watch.probed(target, true, "", now);
        assertThat(out(watch)).containsExactly(0);
        watch.probed(target, true, "", now);
        assertThat(out(watch)).isEmpty();
        assertThat(changes.take())
                .extracting(UpstreamChange::reason)
                .containsExactly("3 probes in a row failed, the last: no connection", "2 probes in a row went well");
    }
}
