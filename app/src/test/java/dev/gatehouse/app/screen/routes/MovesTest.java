package dev.gatehouse.app.screen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Rollout;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final ObjectKey PRODUCT = new ObjectKey("routes", "product");
    private static final List<String> UPSTREAMS = List.of("v1", "v2", "v3");

    @Test
    void the_newcomer_gains_ten_of_a_hundred_at_a_time_until_it_is_alone() {
        Moves.Move more = moves("{split: [{upstream: v1, weight: 90}, {upstream: v2, weight: 10}], path: /p}")
                .forth()
                .getFirst();
        assertThat(more.words()).isEqualTo("Shift 10 % more to v2");
        assertThat(more.edit())
                .isEqualTo(Edit.set(
                        PRODUCT,
                        "/forward/split",
                        RealGateway.yaml("[{upstream: v1, weight: 80}, {upstream: v2, weight: 20}]"),
                        "Give v2 20\u00a0% of product"));
        Moves all = moves("{split: [{upstream: v1, weight: 0}, {upstream: v2, weight: 100}],"
                + " sticky: {by: address}, path: /p}");
        assertThat(all.forth()).extracting(Moves.Move::words).containsExactly("Keep only v2");
        assertThat(all.back()).extracting(Moves.Move::words).containsExactly("Shift 10 % more to v1", "All to v1");
        assertThat(all.forth().getFirst().edit())
                .isEqualTo(Edit.set(
                        PRODUCT, "/forward", RealGateway.yaml("{upstream: v2, path: /p}"), "Keep only v2 in product"));
    }

    @Test
    void one_upstream_alone_gives_a_part_away_and_keeps_what_else_it_says() {
        Moves alone = moves("{upstream: v1, path: /p}");
        assertThat(alone.forth()).isEmpty();
        assertThat(alone.others()).extracting(Moves.Move::words).containsExactly("v2", "v3");
        assertThat(alone.others().getFirst().edit())
                .isEqualTo(Edit.set(
                        PRODUCT,
                        "/forward",
                        RealGateway.yaml("{split: [{upstream: v1, weight: 90}, {upstream: v2, weight: 10}], path: /p}"),
                        "Give v2 10\u00a0% of product"));
    }

    @Test
    void a_canary_is_a_part_without_weight_that_a_header_leads_to() {
        Moves.Move canary = moves("{upstream: v1}").canaries().getFirst();
        assertThat(canary.edit())
                .isEqualTo(Edit.set(
                        PRODUCT,
                        "/forward",
                        RealGateway.yaml("{split: [{upstream: v1, weight: 100},"
                                + " {upstream: v2, weight: 0, when: {headers: {x-canary: 'yes'}}}]}"),
                        "Add v2 as a canary of product"));
        assertThat(canary.then()).isEqualTo("/forward/split/1/when/headers");
        Moves there = moves("{split: [{upstream: v1}, {upstream: v2, when: {headers: {x-canary: 'yes'}}}]}");
        assertThat(there.canaries()).extracting(Moves.Move::words).containsExactly("v3");
    }

    @Test
    void a_mirror_begins_with_a_part_and_grows_or_ends_and_keeps_what_else_it_says() {
        List<Moves.Move> begin = moves("{upstream: v1, path: /p}").mirrors();
        assertThat(begin).extracting(Moves.Move::words).containsExactly("10 % to v2", "10 % to v3");
        assertThat(begin.getFirst().edit())
                .isEqualTo(Edit.set(
                        PRODUCT,
                        "/forward/mirror",
                        RealGateway.yaml("{upstream: v2, share: 10%}"),
                        "Mirror 10\u00a0% of product to v2"));
        List<Moves.Move> on = moves("{upstream: v1, mirror: {upstream: v2, share: 10%, body: 1KiB}}")
                .mirrors();
        assertThat(on)
                .extracting(Moves.Move::words)
                .containsExactly("Copy 50\u00a0% to v2", "Copy 100\u00a0% to v2", "End the mirror");
        assertThat(on.getFirst().edit())
                .isEqualTo(Edit.set(
                        PRODUCT,
                        "/forward/mirror",
                        RealGateway.yaml("{upstream: v2, share: 50%, body: 1KiB}"),
                        "Mirror 50\u00a0% of product to v2"));
        assertThat(on.getLast().edit()).isEqualTo(Edit.remove(PRODUCT, "/forward/mirror", "End the mirror of product"));
    }

    @Test
    void a_split_that_is_half_typed_has_no_moves() {
        ObjectNode forward = (ObjectNode) RealGateway.yaml("{split: [v1, {upstream: v2}]}");
        ObjectNode route = forward.objectNode().set("forward", forward);
        assertThat(Moves.of(PRODUCT, forward, Objects.requireNonNull(Rollout.of(route)), UPSTREAMS))
                .isNull();
    }

    @Test
    void weights_keep_the_proportions_of_the_others_and_lose_nobody() {
        assertThat(Weights.with(List.of(60, 30, 10), 2, 0.2)).containsExactly(53, 27, 20);
        assertThat(Weights.with(List.of(1, 1), 0, 0.6)).containsExactly(60, 40);
        assertThat(Weights.with(List.of(0, 0), 1, 0.1)).containsExactly(0, 100);
        assertThat(Weights.with(List.of(5), 0, 0.1)).containsExactly(100);
        assertThat(Weights.with(List.of(998, 2, 0), 2, 0.5)).containsExactly(499, 1, 500);
        assertThat(Weights.with(List.of(90, 10), 1, 1)).containsExactly(0, 100);
    }

    private static Moves moves(String forward) {
        ObjectNode node = (ObjectNode) RealGateway.yaml(forward);
        ObjectNode route = node.objectNode().set("forward", node);
        return Objects.requireNonNull(Moves.of(PRODUCT, node, Objects.requireNonNull(Rollout.of(route)), UPSTREAMS));
    }
}
