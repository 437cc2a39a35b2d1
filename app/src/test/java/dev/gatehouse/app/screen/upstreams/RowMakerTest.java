package dev.gatehouse.app.screen.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.LiveFrame.Numbers;
import dev.gatehouse.app.client.LiveFrame.Pool;
import dev.gatehouse.app.client.LiveFrame.Target;
import dev.gatehouse.app.forced.ForceWords;
import dev.gatehouse.app.look.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowMakerTest {
    private static final Instant START = Instant.parse("2026-05-12T10:00:00Z");

    private LiveFrame.@Nullable Retries retries;
    private LiveFrame.@Nullable Circuit circuit;
    private LiveFrame.@Nullable Forced forced;
    private @Nullable Discovery discovery;
    private boolean found;
    private @Nullable String reason;
    private final Recent recent = new Recent();
    private final RowMaker maker = new RowMaker(recent);

    @Test
    void numbers_are_of_the_last_ten_seconds_and_the_pool_of_now() throws Exception {
        for (int second = 0; second < 20; second++) {
            accept(second, target("a:1", "up", false, 10, 2), target("a:2", "down", false, 0, 0));
        }
        UpstreamRow row = maker.row("catalog", json("{\"targets\":[{\"address\":\"a:1\"},{\"address\":\"a:2\"}]}"), "");
        assertThat(row.status()).isEqualTo(Status.ATTENTION);
        assertThat(row.pace().rate()).isEqualTo(40);
        assertThat(row.pace().errors()).isEqualTo(0.05);
        assertThat(row.poolWords()).isEqualTo("7 of 256, 3 wait");
        assertThat(row.targets().getFirst().pace().rate()).isEqualTo(10);
        assertThat(row.targets()).extracting(TargetRow::pending).containsOnly(false);
    }

    @Test
    void a_target_that_the_draft_drains_says_that_this_does_not_hold_yet() throws Exception {
        accept(0, target("a:1", "up", false, 10, 2));
        UpstreamRow row = maker.row("catalog", json("{\"targets\":[{\"address\":\"a:1\",\"weight\":0}]}"), "Changed");
        assertThat(row.targets().getFirst().drained()).isTrue();
        assertThat(row.targets().getFirst().pending()).isTrue();
        assertThat(row.targets().getFirst().state()).isEqualTo("Up");
        accept(1, target("a:1", "up", true, 0, 2));
        row = maker.row("catalog", json("{\"targets\":[{\"address\":\"a:1\",\"weight\":0}]}"), "");
        assertThat(row.targets().getFirst().pending()).isFalse();
        assertThat(row.targets().getFirst().state()).isEqualTo("Draining");
        accept(2, target("a:1", "up", true, 0, 0));
        row = maker.row("catalog", json("{\"targets\":[{\"address\":\"a:1\",\"weight\":0}]}"), "");
        assertThat(row.targets().getFirst().state()).isEqualTo("Drained");
    }

    @Test
    void targets_and_upstreams_that_only_one_side_has_are_shown_as_such() throws Exception {
        accept(0, target("old:1", "up", false, 1, 0));
        UpstreamRow row = maker.row("catalog", json("{\"targets\":[{\"address\":\"new:1\"}]}"), "Changed");
        assertThat(row.targets()).extracting(TargetRow::address).containsExactly("new:1", "old:1");
        assertThat(row.targets()).extracting(TargetRow::place).containsExactly(0, -1);
        assertThat(row.targets()).extracting(TargetRow::pending).containsOnly(true);
        UpstreamRow fresh = maker.row("fresh", json("{\"targets\":[]}"), "New");
        assertThat(fresh.status()).isEqualTo(Status.OFF);
        assertThat(fresh.pace().errors()).isNaN();
    }

    @Test
    void a_forced_target_says_so_and_does_not_count_where_it_is_out() throws Exception {
        JsonNode drafted = json("{\"targets\":[{\"address\":\"a:1\"},{\"address\":\"a:2\"}]}");
        forced = new LiveFrame.Forced("drain", "ann", START, START.plusSeconds(600));
        Target out = target("a:1", "up", false, 0, 0);
        forced = new LiveFrame.Forced("up", "ann", START, null);
        Target in = target("a:2", "down", false, 10, 2);
        accept(0, out, in);
        UpstreamRow row = maker.row("catalog", drafted, "");
        assertThat(row.targets()).extracting(TargetRow::state).containsExactly("Forced to drain", "Forced up");
        assertThat(row.targets()).extracting(TargetRow::isOut).containsExactly(true, false);
        assertThat(row.status()).isEqualTo(Status.ATTENTION);
        assertThat(row.state()).isEqualTo("Forced");
        assertThat(ForceWords.detail(
                        Objects.requireNonNull(row.targets().getFirst().forced()), START))
                .isEqualTo("By ann · 10 min 0 s left");
        assertThat(ForceWords.detail(
                        Objects.requireNonNull(row.targets().getLast().forced()), START))
                .isEqualTo("By ann, until it is released");
    }

    @Test
    void an_ejected_target_an_open_circuit_and_the_budget_of_retries_say_what_they_are() throws Exception {
        reason = "ejected after 5 failures in a row, the last: status 503";
        Target out = target("a:1", "down", false, 0, 0);
        reason = null;
        retries = new LiveFrame.Retries(12, 100, 4000, 7);
        circuit = new LiveFrame.Circuit("closed", 50, 3, 1, null);
        JsonNode drafted = json("{\"targets\":[{\"address\":\"a:1\"},{\"address\":\"a:2\"}]}");
        accept(0, out, target("a:2", "up", false, 10, 2));
        UpstreamRow row = maker.row("catalog", drafted, "");
        assertThat(row.targets())
                .extracting(TargetRow::reason)
                .containsExactly("ejected after 5 failures in a row, the last: status 503", "");
        assertThat(row.status()).isEqualTo(Status.ATTENTION);
        assertThat(row.retryWords())
                .isEqualTo("12 of 100 in the last ten seconds · " + Figures.exact(4000.0) + " in all · 7 not allowed");
        assertThat(row.circuitWords()).isEqualTo("Closed · 3 of 50 attempts failed, 1 slow");
        circuit = new LiveFrame.Circuit("open", 0, 0, 0, "20 of 20 attempts failed");
        assertThat(row.roomWords()).isEmpty();
        accept(1, target("a:2", "up", false, 10, 2));
        row = maker.row("catalog", drafted, "");
        assertThat(row.status()).isEqualTo(Status.BAD);
        assertThat(row.state()).isEqualTo("Circuit open");
        assertThat(row.circuitWords()).isEqualTo("Open: 20 of 20 attempts failed");
    }

    @Test
    void found_targets_stand_apart_and_the_draft_says_nothing_of_them() throws Exception {
        JsonNode drafted =
                json("{\"targets\":[{\"address\":\"a:1\"}],\"discovery\":{\"dns\":\"orders.internal:8080\"}}");
        discovery = new Discovery("dns orders.internal:8080", 2, null, null, null, null);
        Target named = target("a:1", "up", false, 10, 2);
        found = true;
        accept(0, named, target("10.0.0.8:8080", "up", false, 1, 0), target("10.0.0.7:8080", "up", false, 1, 0));
        UpstreamRow row = maker.row("catalog", drafted, "");
        assertThat(row.configured()).extracting(TargetRow::address).containsExactly("a:1");
        assertThat(row.found()).extracting(TargetRow::address).containsExactly("10.0.0.8:8080", "10.0.0.7:8080");
        assertThat(row.targets()).extracting(TargetRow::pending).containsOnly(false);
        assertThat(row.status()).isEqualTo(Status.GOOD);
        assertThat(row.sourceWords()).isEqualTo("dns orders.internal:8080");
        assertThat(maker.row("catalog", json("{\"discovery\":{\"file\":\"/etc/orders.yaml\"}}"), "Changed")
                        .sourceWords())
                .isEqualTo("file /etc/orders.yaml (once the draft is applied)");
        row = maker.row("catalog", json("{\"targets\":[{\"address\":\"a:1\"}]}"), "Changed");
        assertThat(row.sourceWords()).isEqualTo("dns orders.internal:8080 (until the draft is applied)");
        assertThat(row.found()).extracting(TargetRow::pending).containsOnly(true);
    }

    @Test
    void a_discovery_that_fails_asks_for_attention_and_without_any_target_is_bad() throws Exception {
        JsonNode drafted = json("{\"discovery\":{\"srv\":\"_http._tcp.orders.internal\"}}");
        discovery =
                new Discovery("srv _http._tcp.orders.internal", 1, "the name server did not answer", null, null, null);
        found = true;
        accept(0, target("10.0.0.7:80", "up", false, 1, 0));
        UpstreamRow row = maker.row("catalog", drafted, "");
        assertThat(row.status()).isEqualTo(Status.ATTENTION);
        assertThat(row.state()).isEqualTo("Discovery fails");
        accept(1);
        row = maker.row("catalog", drafted, "");
        assertThat(row.status()).isEqualTo(Status.BAD);
        assertThat(row.state()).isEqualTo("Discovery fails");
    }

    private void accept(int second, Target... targets) {
        Numbers catalog = new Numbers(
                "catalog",
                40,
                2,
                null,
                5,
                4.0,
                20.0,
                44.0,
                List.of(targets),
                new Pool(7, 256, 3, 1024, false, 0),
                retries,
                circuit,
                discovery);
        recent.add(List.of(new LiveFrame(START.plusSeconds(second), 1, null, null, List.of(catalog), 0, null)));
    }

    private Target target(String address, String health, boolean drained, long requests, long inFlight) {
        return new Target(
                address, health, reason, drained ? 0 : 1, drained, found, forced, requests, 0, inFlight, 1.0, 2.0, 3.0);
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
