package dev.gatehouse.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Breaker;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.UpstreamChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a circuit opens and closes, by a clock that the test turns. */
class CircuitTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Changes changes = new Changes();
    private final Circuit circuit = new Circuit(
            CircuitRule.of(new Breaker(
                    "50%",
                    List.of(),
                    Duration.ofMillis(200),
                    "80%",
                    Duration.ofSeconds(10),
                    20,
                    Duration.ofSeconds(30),
                    3,
                    null)),
            changes);
    private long now = Long.MAX_VALUE - 15 * SECOND; // nanoTime may turn over at any moment

    private void well(int times) {
        for (int i = 0; i < times; i++) {
            circuit.answered(200, MILLI, now);
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed(Fault.CONNECT_FAILED, now);
        }
    }

    private int passing(int wanted) {
        int passed = 0;
        for (int i = 0; i < wanted; i++) {
            passed += circuit.mayPass(now) ? 1 : 0;
        }
        return passed;
    }

    private void open() {
        fail(20);
        assertThat(circuit.use(now).state()).isEqualTo(CircuitUse.State.OPEN);
    }

    @Test
    void half_of_the_attempts_failing_opens_it() {
        well(20);
        fail(19);
        assertThat(circuit.mayPass(now)).isTrue();
        assertThat(circuit.use(now)).isEqualTo(new CircuitUse(CircuitUse.State.CLOSED, 39, 19, 0, null, null));
        circuit.answered(503, MILLI, now);
        assertThat(circuit.mayPass(now)).isFalse();
        assertThat(circuit.use(now).reason()).isEqualTo("20 of 40 attempts failed");
        assertThat(circuit.use(now).left()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void a_few_failures_are_no_reason() {
        fail(19);
        assertThat(circuit.mayPass(now)).isTrue();
    }

    @Test
    void what_failed_before_the_window_does_not_count() {
        fail(19);
        now += 11 * SECOND;
        fail(19);
        assertThat(circuit.mayPass(now)).isTrue();
        assertThat(circuit.use(now).attempts()).isEqualTo(19);
    }

    @Test
    void what_the_client_did_wrong_is_no_failure() {
        for (int i = 0; i < 100; i++) {
            circuit.answered(404, MILLI, now);
            circuit.failed(Fault.CLIENT_GONE, now);
        }
        assertThat(circuit.mayPass(now)).isTrue();
    }

    @Test
    void slow_answers_open_it_too() {
        well(4);
        for (int i = 0; i < 16; i++) {
            circuit.answered(200, 201 * MILLI, now);
        }
        assertThat(circuit.mayPass(now)).isFalse();
        assertThat(circuit.use(now).reason()).isEqualTo("16 of 20 answers were slow");
    }

    @Test
    void after_its_time_a_few_pass_and_close_it_when_they_go_well() {
        open();
        now += 30 * SECOND - 1;
        assertThat(passing(5)).isZero();
        now += 1;
        assertThat(passing(10)).isEqualTo(3);
        assertThat(circuit.use(now).state()).isEqualTo(CircuitUse.State.HALF_OPEN);
        well(2);
        assertThat(passing(5)).isZero();
        well(1);
        assertThat(passing(5)).isEqualTo(5);
        assertThat(circuit.use(now)).isEqualTo(new CircuitUse(CircuitUse.State.CLOSED, 0, 0, 0, null, null));
        assertThat(changes.take())
                .containsExactly(
                        new UpstreamChange(Event.Kind.CIRCUIT_OPENED, null, "20 of 20 attempts failed"),
                        new UpstreamChange(Event.Kind.CIRCUIT_CLOSED, null, "3 requests went well"));
    }

    @Test
    void the_first_that_fails_opens_it_again() {
        open();
        now += 30 * SECOND;
        assertThat(passing(2)).isEqualTo(2);
        well(1);
        fail(1);
        assertThat(passing(5)).isZero();
        assertThat(circuit.use(now).left()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void requests_that_passed_and_came_to_nothing_do_not_keep_it_half_open() {
        open();
        now += 30 * SECOND;
        assertThat(passing(3)).isEqualTo(3);
        now += 29 * SECOND;
        assertThat(passing(5)).isZero();
        now += SECOND;
        assertThat(passing(5)).isEqualTo(3);
    }

    @Test
    void answers_to_what_was_sent_before_it_opened_change_nothing() {
        open();
        well(100);
        assertThat(circuit.mayPass(now)).isFalse();
    }
}
