package dev.gatehouse.app.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.RealGateway;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final String SPLIT =
            "{split: [{upstream: catalog, weight: 90}, {upstream: catalog-next, weight: 10}]}";

    @Test
    void a_hundred_requests_are_told_by_part() {
        assertThat(of(SPLIT).preview()).isEqualTo("Of 100 requests, about 90 go to catalog and 10 to catalog-next.");
        assertThat(of("{split: [{upstream: a}, {upstream: b, weight: 999}]}").preview())
                .isEqualTo("Of 1,000 requests, about 1 go to a and 999 to b.");
        assertThat(of("{upstream: catalog}").preview()).isEqualTo("All requests go to catalog.");
        assertThat(of("{split: [{upstream: a, weight: 0}]}").preview())
                .isEqualTo("Every weight is 0, so no part takes requests. Give one of them a weight above 0.");
        assertThat(of("{split: [{upstream: a, weight: 0}]}").hasWeight()).isFalse();
    }

    @Test
    void conditions_stand_before_the_weights_and_stickiness_is_told() {
        Rollout rollout = of("{split: [{upstream: a}, {upstream: b, weight: 0,"
                + " when: {headers: {x-canary: 'yes'}, cookies: {beta: '1'}}}], sticky: {by: cookie, maxAge: 1h}}");
        assertThat(rollout.rules())
                .containsExactly(new Rollout.Rule("header x-canary is yes and cookie beta is 1", "b", ""));
        assertThat(rollout.rules().getFirst().line())
                .isEqualTo("header x-canary is yes and cookie beta is 1 → b, always");
        assertThat(rollout.preview()).isEqualTo("All requests that no condition takes go to a.");
        assertThat(rollout.sticky()).isEqualTo("A client stays with its part for 1h, by the cookie gatehouse-share.");
        assertThat(of(SPLIT.replace("]}", "], sticky: {by: address}}")).sticky())
                .isEqualTo("A client stays with its part, by its address.");
    }

    @Test
    void a_condition_that_cannot_do_what_it_says_is_doubted() {
        String canary = "{split: [{upstream: a}, {upstream: b, weight: 0, when: {headers: {X-Canary: 'yes'}}}]}";
        assertThat(doubt("{headers: {x-canary: 'no'}}", canary))
                .isEqualTo("It can never hold: the route takes only requests with x-canary: no.");
        assertThat(doubt("{headers: {x-canary: 'yes'}}", canary))
                .isEqualTo("Every request of this route has it, so the weights never count.");
        assertThat(doubt("{headers: {x-other: 'yes'}}", canary)).isEmpty();
        Rollout twice = of("{split: [{upstream: a, when: {headers: {x-canary: 'yes'}}},"
                + " {upstream: b, when: {headers: {x-canary: 'yes'}, cookies: {beta: '1'}}}]}");
        assertThat(twice.rules())
                .extracting(Rollout.Rule::doubt)
                .containsExactly("", "It is never asked: the condition of a above takes these requests already.");
    }

    @Test
    void a_mirror_gets_copies() {
        Rollout.Mirror mirror = Objects.requireNonNull(
                of("{upstream: a, mirror: {upstream: shadow, share: 10%}}").mirror());
        assertThat(mirror.words()).isEqualTo("shadow gets a copy of 10 % of requests; its answers are thrown away.");
        assertThat(Objects.requireNonNull(
                                of("{upstream: a, mirror: {upstream: shadow}}").mirror())
                        .words())
                .isEqualTo("shadow gets a copy of every request; its answers are thrown away.");
    }

    @Test
    void what_ends_elsewhere_has_no_rollout() {
        assertThat(Rollout.of(RealGateway.yaml("{forward: {respond: {status: 204}}}")))
                .isNull();
        assertThat(Rollout.of(RealGateway.yaml("{forward: {split: []}}"))).isNull();
    }

    private static String doubt(String match, String forward) {
        return Objects.requireNonNull(Rollout.of(RealGateway.yaml("{match: " + match + ", forward: " + forward + "}")))
                .rules()
                .getFirst()
                .doubt();
    }

    private static Rollout of(String forward) {
        return Objects.requireNonNull(Rollout.of(RealGateway.yaml("{forward: " + forward + "}")));
    }
}
