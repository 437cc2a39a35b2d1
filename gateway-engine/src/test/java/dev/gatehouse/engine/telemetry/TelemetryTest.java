package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.exchange.CallId;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.telemetry.filter.BadFilter;
import dev.gatehouse.engine.telemetry.filter.CallFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private final SetClock clock = new SetClock("2026-11-22T10:00:30Z");
    private final Telemetry telemetry = new Telemetry(clock, CallStore.NONE);

    @BeforeEach
    void activate() {
        telemetry.prepare(Traffic.FIRST);
        telemetry.activated(1);
    }

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
    void counters_of_several_loops_add_up() throws InterruptedException {
        List<Thread> loops = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Traffic traffic = new Traffic(telemetry.forLoop(i), i);
            loops.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 25_000; n++) {
                    traffic.answered(n % 100 == 0 ? 503 : 200, Duration.ofMillis(20));
                }
            }));
        }
        long requests = 0;
        long errors = 0;
        while (loops.stream().anyMatch(Thread::isAlive)) {
            LiveFrame frame = second();
            requests += frame.total().requests();
            errors += frame.total().errors();
        }
        for (Thread loop : loops) {
            loop.join();
        }
        LiveFrame last = second();
        assertThat(requests + last.total().requests()).isEqualTo(100_000);
        assertThat(errors + last.total().errors()).isEqualTo(1000);
        assertThat(last.total().inFlight()).isZero();
        assertThat(telemetry.prometheus())
                .contains("gatehouse_route_requests_total{class=\"2xx\",route=\"orders\"} 99000.0")
                .contains("gatehouse_route_request_duration_seconds_count{route=\"orders\"} 100000");
    }

    @Test
    void a_frame_tells_of_its_second_only() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.answered(200, Duration.ofMillis(10));
        traffic.answered(404, Duration.ofMillis(10));
        LiveFrame frame = second();
        assertThat(frame.revision()).isEqualTo(1);
        assertThat(frame.t()).isEqualTo(clock.instant());
        assertThat(frame.total().byClass()).isEqualTo(new LiveFrame.ByClass(1, 0, 1, 0, 0));
        assertThat(frame.total().p99()).isBetween(9.5, 10.5);
        assertThat(frame.routes()).extracting(LiveFrame.Named::name).containsExactly("orders");
        assertThat(frame.upstreams()).extracting(LiveFrame.Named::name).containsExactly("catalog");

        LiveFrame idle = second();
        assertThat(idle.total().requests()).isZero();
        assertThat(idle.total().p50()).isNull();
        assertThat(idle.routes()).isEmpty();
        assertThat(idle.upstreams()).extracting(LiveFrame.Named::requests).containsExactly(0L);
    }

    @Test
    void requests_under_way_are_in_flight() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        Runnable one = traffic.begin(0, "orders");
        Runnable other = traffic.begin(1, "products");
        LiveFrame frame = second();
        assertThat(frame.total().inFlight()).isEqualTo(2);
        assertThat(frame.routes()).extracting(LiveFrame.Named::inFlight).containsExactly(1L, 1L);
        assertThat(frame.upstreams().getFirst().inFlight()).isEqualTo(2);
        one.run();
        assertThat(second().total().inFlight()).isEqualTo(1);
        other.run();
        assertThat(second().total().inFlight()).isZero();
    }

    @Test
    void a_cut_off_200_is_an_error_and_a_request_without_a_route_counts_in_the_total() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.request(0, "orders", 200, Fault.UPSTREAM_TRUNCATED, Duration.ofMillis(5), any -> {});
        traffic.request(-1, "", 404, Fault.ROUTE_NOT_FOUND, Duration.ofMillis(1), record -> {
            record.route = null;
            record.upstream = null;
            record.upstreamIndex = -1;
        });
        LiveFrame frame = second();
        assertThat(frame.total().byClass()).isEqualTo(new LiveFrame.ByClass(0, 0, 1, 1, 0));
        assertThat(frame.routes().getFirst().errors()).isEqualTo(1);
        assertThat(telemetry.prometheus()).contains("gatehouse_faults_total{fault=\"upstream-truncated\"} 1.0");
    }

    @Test
    void a_name_keeps_its_counters_when_its_number_changes_and_old_requests_count_where_they_began() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.answered(200, Duration.ofMillis(1));
        Runnable begunBefore = traffic.begin(1, "products");
        telemetry.prepare(new RevisionNames(2, List.of("added", "orders"), List.of()));
        telemetry.activated(2);
        traffic.request(1, "orders", 200, null, Duration.ofMillis(1), record -> record.revision = 2);
        traffic.answered(200, Duration.ofMillis(1)); // decided by revision 1, ended after the swap
        begunBefore.run();
        LiveFrame frame = second();
        assertThat(frame.routes()).extracting(LiveFrame.Named::name).containsExactly("orders", "products");
        assertThat(frame.routes()).extracting(LiveFrame.Named::requests).containsExactly(3L, 1L);
        assertThat(frame.total().inFlight()).isZero();
    }

    @Test
    void a_request_of_a_revision_long_gone_counts_by_its_name() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        for (int revision = 2; revision < 20; revision++) {
            telemetry.prepare(new RevisionNames(revision, List.of("orders"), List.of()));
            telemetry.activated(revision);
        }
        traffic.request(1, "orders", 200, null, Duration.ofMillis(1), any -> {});
        assertThat(second().routes()).extracting(LiveFrame.Named::name).containsExactly("orders");
    }

    @Test
    void a_name_that_is_gone_and_idle_for_long_is_forgotten() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.answered(200, Duration.ofMillis(1));
        for (int revision = 2; revision < 3 + Registry.KEPT_REVISIONS; revision++) {
            telemetry.prepare(new RevisionNames(revision, List.of("products"), List.of()));
            telemetry.activated(revision);
        }
        second();
        assertThat(telemetry.prometheus()).contains("route=\"orders\"");
        for (int i = 0; i < Registry.KEPT_IDLE_SECONDS + 61; i++) {
            second();
        }
        assertThat(telemetry.prometheus()).doesNotContain("route=\"orders\"");
    }

    @Test
    void revisions_that_are_prepared_and_never_run_change_nothing() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        for (int revision = 2; revision < 20; revision++) {
            telemetry.prepare(new RevisionNames(revision, List.of("products"), List.of()));
        }
        for (int i = 0; i < Registry.KEPT_IDLE_SECONDS + 61; i++) {
            second();
        }
        traffic.answered(200, Duration.ofMillis(1));
        LiveFrame frame = second();
        assertThat(frame.routes()).extracting(LiveFrame.Named::name).containsExactly("orders");
        assertThat(frame.upstreams().getFirst().targets()).hasSize(2);
    }

    @Test
    void without_a_writer_the_loop_goes_on_and_drops_are_counted() {
        Telemetry small = new Telemetry(clock, CallStore.NONE, 1 << 14);
        Traffic traffic = new Traffic(small.forLoop(0), 0);
        for (int i = 0; i < 10_000; i++) {
            traffic.answered(200, Duration.ofMillis(1));
        }
        clock.advance(Duration.ofSeconds(1));
        small.turn(); // the ticker first: it sees what the rings dropped so far
        LiveFrame frame = small.live().history(Instant.EPOCH).getLast();
        assertThat(frame.total().requests()).isEqualTo(10_000);
        assertThat(frame.dropped()).isBetween(9_000L, 9_999L);
        assertThat(small.events().after(0)).extracting(Event::kind).contains(Event.Kind.CALLS_DROPPED);
        small.close();
    }

    @Test
    void a_call_is_found_by_its_id_and_in_pages() throws BadFilter {
        Traffic traffic = new Traffic(telemetry.forLoop(7), 7);
        for (int i = 0; i < 25; i++) {
            traffic.answered(i % 5 == 0 ? 500 : 200, Duration.ofMillis(i));
        }
        second();
        Call call = Objects.requireNonNull(telemetry.calls().byId(CallId.text(7, 3)));
        assertThat(call.path()).isEqualTo("/orders/3");
        assertThat(call.timeline()).extracting(Call.Mark::event).containsExactly("received", "routed", "ended");

        CallPage first = telemetry.calls().find(CallQuery.newest(10));
        CallPage next = telemetry.calls().find(CallQuery.newest(20).after(first.next()));
        assertThat(first.items())
                .extracting(Call::requestId)
                .startsWith("r25", "r24")
                .hasSize(10);
        assertThat(next.items())
                .extracting(Call::requestId)
                .startsWith("r15")
                .endsWith("r1")
                .hasSize(15);
        assertThat(next.next()).isNull();
        assertThat(telemetry
                        .calls()
                        .find(CallQuery.newest(CallFilter.parse("route:orders status:5xx dur>=6ms ORDERS/"), 50))
                        .items())
                .extracting(Call::durationMs)
                .containsExactly(20.0, 15.0, 10.0);
    }

    @Test
    void values_of_a_query_are_never_kept() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.request(
                0, "orders", 200, null, Duration.ZERO, record -> record.query = "page=2&flag&token=s3cret=&=x&&a=");
        second();
        assertThat(telemetry
                        .calls()
                        .find(CallQuery.newest(1))
                        .items()
                        .getFirst()
                        .query())
                .isEqualTo("page=*&flag&token=*&=*&&a=*");
    }

    @Test
    void a_record_full_to_the_brim_is_kept() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        String longText = "ä".repeat(5000);
        traffic.request(0, "orders", 200, null, Duration.ZERO, record -> {
            record.path = "/" + longText;
            record.query = longText;
            record.faultDetail = "snow \u2603 " + longText;
            for (int i = 0; i < DecisionRecord.MAX_STEPS; i++) {
                record.step("key-auth", longText, longText, longText, 1500);
            }
            for (int i = 0; i < DecisionRecord.MAX_MISSES; i++) {
                record.miss("orders", "method", longText, longText);
            }
            record.target = longText;
            for (int i = 0; i <= DecisionRecord.MAX_ATTEMPTS; i++) {
                record.attempt("connect-failed", 2_000_000);
            }
        });
        second();
        Call call = telemetry.calls().find(CallQuery.newest(1)).items().getFirst();
        assertThat(call.path()).hasSize(Call.MAX_PATH);
        assertThat(call.faultDetail()).startsWith("snow ? ä");
        assertThat(call.steps()).hasSize(DecisionRecord.MAX_STEPS);
        assertThat(call.steps().getLast().micros()).isEqualTo(1.5);
        assertThat(call.misses()).hasSize(DecisionRecord.MAX_MISSES);
        assertThat(call.retried()).hasSize(DecisionRecord.MAX_ATTEMPTS);
        assertThat(call.retried().getLast().outcome()).isEqualTo("connect-failed");
        assertThat(call.retried().getLast().at()).isEqualTo(2.0);
    }

    @Test
    void a_follower_sees_matching_calls_and_how_many_more_there_were() throws BadFilter {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        List<TailFrame> frames = new ArrayList<>();
        Subscription subscription = telemetry.calls().tail(CallFilter.parse("status:5xx"), frames::add);
        for (int i = 0; i < Followers.MAX_CALLS + 10; i++) {
            traffic.answered(200, Duration.ofMillis(1));
            traffic.answered(502, Duration.ofMillis(1));
        }
        second();
        assertThat(frames).hasSize(1);
        assertThat(frames.getFirst().calls()).hasSize(Followers.MAX_CALLS).allMatch(call -> call.status() == 502);
        assertThat(frames.getFirst().dropped()).isEqualTo(10);
        subscription.close();
        traffic.answered(502, Duration.ofMillis(1));
        second();
        assertThat(frames).hasSize(1);
    }

    @Test
    void a_frame_tells_what_each_target_did_and_how_much_of_the_pool_is_in_use() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        traffic.answered(200, Duration.ofMillis(10));
        traffic.request(0, "orders", 502, null, Duration.ofMillis(40), record -> record.connectedNanos = 20_000_000);
        traffic.request(0, "orders", 503, Fault.POOL_EXHAUSTED, Duration.ofMillis(9), record -> {
            record.target = null;
            record.targetIndex = -1;
        });
        LiveFrame.Named upstream = second().upstreams().getFirst();
        assertThat(upstream.requests()).isEqualTo(3);
        assertThat(upstream.pool()).isEqualTo(new PoolUse(4, 256, 1, 1024, false, 0));
        LiveFrame.Target busy = Objects.requireNonNull(upstream.targets()).getFirst();
        assertThat(busy.requests()).isEqualTo(2);
        assertThat(busy.errors()).isEqualTo(1);
        assertThat(busy.inFlight()).isEqualTo(4);
        assertThat(busy.p95()).as("without the wait for a connection").isBetween(19.0, 21.0);
        LiveFrame.Target drained = upstream.targets().get(1);
        assertThat(drained)
                .isEqualTo(new LiveFrame.Target(
                        "127.0.0.1:9102",
                        TargetState.Health.UNKNOWN,
                        null,
                        0,
                        true,
                        false,
                        null,
                        0,
                        0,
                        0,
                        null,
                        null,
                        null));
        assertThat(Objects.requireNonNull(second().upstreams().getFirst().targets()))
                .extracting(LiveFrame.Target::requests)
                .containsExactly(0L, 0L);
    }

    @Test
    void a_target_that_cannot_be_reached_three_times_is_down_until_it_can() {
        Traffic traffic = new Traffic(telemetry.forLoop(0), 0);
        for (int i = 0; i < 3; i++) {
            traffic.failed(Fault.CONNECT_FAILED);
        }
        second();
        LiveFrame down = second();
        assertThat(down.upstreams().getFirst().targets())
                .extracting(LiveFrame.Target::health)
                .containsExactly(TargetState.Health.DOWN, TargetState.Health.UNKNOWN);
        traffic.request(0, "orders", 200, null, Duration.ofMillis(1), record -> record.connectedNanos = 10);
        second();
        assertThat(Objects.requireNonNull(telemetry.upstream("catalog"))
                        .targets()
                        .getFirst()
                        .health())
                .isEqualTo(TargetState.Health.UP);
        assertThat(telemetry.events().after(0))
                .extracting(Event::kind)
                .containsExactly(Event.Kind.REVISION_APPLIED, Event.Kind.TARGET_DOWN, Event.Kind.TARGET_UP);
        assertThat(telemetry.events().after(0))
                .extracting(Event::reason)
                .containsExactly(null, "3 calls in a row could not connect (connect-failed)", "a call could connect");
    }

    @Test
    void a_subscriber_gets_the_history_and_then_each_second_without_a_gap() {
        for (int i = 0; i < 5; i++) {
            second();
        }
        List<Instant> seen = new ArrayList<>();
        Instant from = clock.instant().minusSeconds(2);
        Subscription subscription = telemetry.live().subscribe(from, frame -> seen.add(frame.t()));
        second();
        second();
        subscription.close();
        second();
        assertThat(seen)
                .containsExactly(
                        from, from.plusSeconds(1), from.plusSeconds(2), from.plusSeconds(3), from.plusSeconds(4));
    }

    @Test
    void the_threads_deliver_frames_and_calls_by_themselves() throws Exception {
        Telemetry running = new Telemetry(Instant::now, CallStore.NONE);
        running.prepare(Traffic.FIRST);
        running.start();
        new Traffic(running.forLoop(0), 0).answered(200, Duration.ofMillis(1));
        Instant deadline = Instant.now().plusSeconds(20);
        while (Instant.now().isBefore(deadline)
                && (running.calls().byId(CallId.text(0, 1)) == null
                        || running.live().history(Instant.EPOCH).isEmpty())) {
            Thread.onSpinWait();
        }
        assertThat(running.calls().byId(CallId.text(0, 1))).isNotNull();
        assertThat(running.live().history(Instant.EPOCH)).isNotEmpty();
        running.close();
    }
}
