package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of targets that come and go within a revision. */
class FoundTargetsTest {
    private final SetClock clock = new SetClock("2026-11-22T10:00:30Z");
    private final Telemetry telemetry = new Telemetry(clock, CallStore.NONE);

    @AfterEach
    void close() {
        telemetry.close();
    }

    private LiveFrame second() {
        clock.advance(Duration.ofSeconds(1));
        telemetry.turn();
        return telemetry.live().history(clock.instant()).getLast();
    }

    @Test
    void a_targets_number_can_come_to_mean_another_target_and_rise_above_those_of_the_configuration() {
        telemetry.prepare(Traffic.FIRST);
        telemetry.activated(1);
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.answered(200, Duration.ofMillis(1));
        traffic.request(0, "orders", 200, null, Duration.ofMillis(1), record -> record.target = "127.0.0.1:9102");
        traffic.request(0, "orders", 503, null, Duration.ofMillis(1), record -> {
            record.target = "127.0.0.1:9102";
            record.targetIndex = 40;
        });
        List<LiveFrame.Target> targets =
                Objects.requireNonNull(second().upstreams().getFirst().targets());
        assertThat(targets).extracting(LiveFrame.Target::requests).containsExactly(1L, 2L);
        assertThat(targets).extracting(LiveFrame.Target::errors).containsExactly(0L, 1L);
    }

    @Test
    void a_frame_marks_targets_that_were_found_and_tells_how_finding_them_goes() {
        List<RevisionNames.Target> targets = List.of(
                new RevisionNames.Target("10.0.0.1:80", 1, false, () -> 0, () -> null, () -> null),
                new RevisionNames.Target("10.0.0.2:80", 1, true, () -> 0, () -> null, () -> null));
        DiscoveryUse use = new DiscoveryUse("dns orders.internal:80", 1, null, null, null, "no name server answers");
        RevisionNames.Upstream upstream = new RevisionNames.Upstream(
                "orders",
                () -> targets,
                () -> new PoolUse(0, 256, 0, 1024, false, 0),
                () -> null,
                () -> null,
                () -> use,
                List::of);
        telemetry.prepare(new RevisionNames(2, List.of(), List.of(upstream)));
        telemetry.activated(2);
        JsonNode told = new JsonMapper().valueToTree(second().upstreams().getFirst());
        assertThat(told.at("/targets/0").has("found")).isFalse();
        assertThat(told.at("/targets/1/found").asBoolean()).isTrue();
        assertThat(told.at("/discovery").toString())
                .isEqualTo("{\"source\":\"dns orders.internal:80\",\"found\":1,"
                        + "\"problem\":\"no name server answers\"}");
    }
}
