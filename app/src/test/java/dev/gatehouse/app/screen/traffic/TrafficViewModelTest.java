package dev.gatehouse.app.screen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.work.Jobs;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficViewModelTest {
    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(Runnable::run, InstantSource.system());
    private final TrafficViewModel model =
            new TrafficViewModel(new Current(), ways, jobs, Runnable::run, Runnable::run, InstantSource.system());

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void the_newest_call_stands_first_and_the_oldest_go() {
        model.accept(List.of(SomeCalls.frame(0, 6000), SomeCalls.frame(6000, 6000)));
        assertThat(model.rows().shown()).hasSize(TrafficViewModel.KEPT);
        assertThat(model.rows().shown().getFirst().id()).isEqualTo("018f-11999");
        assertThat(model.rows().shown().getLast().id()).isEqualTo("018f-2000");
    }

    @Test
    void a_pause_freezes_the_view_and_counts_what_is_new() {
        model.accept(List.of(SomeCalls.frame(0, 10)));
        model.pausedProperty().set(true);
        model.accept(List.of(SomeCalls.frame(10, 300)));
        assertThat(model.rows().shown()).hasSize(10);
        assertThat(model.freshProperty().get()).isEqualTo(300);
        model.pausedProperty().set(false);
        assertThat(model.rows().shown()).hasSize(310);
        assertThat(model.freshProperty().get()).isZero();
    }

    @Test
    void looking_at_a_call_holds_the_view_until_it_is_closed() {
        model.accept(List.of(SomeCalls.frame(0, 10)));
        model.choose(model.rows().shown().getFirst());
        model.accept(List.of(SomeCalls.frame(10, 5)));
        assertThat(model.pausedProperty().get()).isTrue();
        assertThat(model.call().callProperty().get().id()).isEqualTo("018f-9");
        model.choose(null);
        assertThat(model.pausedProperty().get()).isFalse();
        assertThat(model.rows().shown()).hasSize(15);
    }

    @Test
    void a_pause_by_hand_outlives_the_call_that_was_looked_at() {
        model.accept(List.of(SomeCalls.frame(0, 10)));
        model.pausedProperty().set(true);
        model.choose(model.rows().shown().getFirst());
        model.choose(null);
        assertThat(model.pausedProperty().get()).isTrue();
    }

    @Test
    void a_term_is_added_once() {
        model.narrow("route:orders");
        model.narrow("status:404");
        model.narrow("route:orders");
        assertThat(model.queryProperty().get()).isEqualTo("route:orders status:404");
    }

    @Test
    void a_new_route_begins_with_what_the_call_asked_for() {
        model.accept(List.of(SomeCalls.frame(0, 6)));
        model.choose(model.rows().shown().getFirst());
        model.call().newRoute();
        assertThat(ways.opened())
                .containsExactly("new route {\"match\":{\"hosts\":[\"shop.example.com\"],\"path\":\"/shop/produkts\","
                        + "\"methods\":[\"GET\"]}}");
    }

    @Test
    void a_call_is_a_command_line_without_the_values_of_its_query() {
        Call call = SomeCalls.call(4, "DELETE", "/it's/4", 200, null, "a", null, 1);
        assertThat(Curl.of(call)).isEqualTo("curl -i -X 'DELETE' 'http://shop.example.com/it'\\''s/4?page=&sort='");
    }

    @Test
    void what_a_near_route_wanted_is_said_in_a_sentence() {
        assertThat(Reasons.change(new Call.Miss("orders", "method", "GET", "POST")))
                .isEqualTo("Route orders would take it with the method POST; the call used GET.");
        assertThat(Reasons.change(new Call.Miss("orders", "header x-tenant", "none", "acme")))
                .isEqualTo("Route orders would take it with the header x-tenant: acme; the call had none.");
    }
}
