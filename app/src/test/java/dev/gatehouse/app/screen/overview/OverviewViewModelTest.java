package dev.gatehouse.app.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.LiveFrame.Target;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.work.Jobs;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverviewViewModelTest {
    private final NotedWays ways = new NotedWays();
    private final OverviewViewModel model = new OverviewViewModel(
            new Current(), ways, new Jobs(Runnable::run, InstantSource.system()), InstantSource.system());

    @Test
    void a_tile_says_the_last_second_and_draws_the_last_minute() {
        model.accept(IntStream.range(0, 90).mapToObj(s -> Frames.good(s, s + 1)).toList());
        Tile tile = model.requestsProperty().get();
        assertThat(tile.figure()).isEqualTo("90/s");
        assertThat(tile.minute()).hasSize(60).endsWith(90.0);
        assertThat(model.latencyProperty().get().figure()).isEqualTo("20 ms");
        assertThat(model.waitingProperty().get()).isFalse();
    }

    @Test
    void a_tile_compares_with_the_minute_before() {
        model.accept(IntStream.range(0, 120)
                .mapToObj(s -> Frames.good(s, s < 60 ? 100 : 150))
                .toList());
        assertThat(model.requestsProperty().get().words()).contains("50 % more than in the minute before");
    }

    @Test
    void the_error_tile_turns_at_one_and_at_five_percent() {
        model.accept(List.of(Frames.frame(1, Frames.numbers("", 1000, 9, 1), List.of(), List.of(), 0)));
        assertThat(model.errorsProperty().get().status()).isEqualTo(Status.GOOD);
        model.accept(List.of(Frames.frame(2, Frames.numbers("", 1000, 10, 1), List.of(), List.of(), 0)));
        assertThat(model.errorsProperty().get().status()).isEqualTo(Status.ATTENTION);
        model.accept(List.of(Frames.frame(3, Frames.numbers("", 1000, 50, 1), List.of(), List.of(), 0)));
        assertThat(model.errorsProperty().get().status()).isEqualTo(Status.BAD);
        assertThat(model.errorsProperty().get().figure()).isEqualTo("5 %");
    }

    @Test
    void routes_are_ordered_as_asked_over_ten_seconds() {
        for (int second = 0; second < 20; second++) {
            model.accept(List.of(Frames.frame(
                    second,
                    Frames.numbers("", 60, 0, 1),
                    List.of(
                            Frames.numbers("busy", 50, 0, 5),
                            Frames.numbers("slow", second % 2 == 0 ? 2 : 0, 0, 400),
                            Frames.numbers("failing", 5, 4, 7)),
                    List.of(),
                    0)));
        }
        assertThat(model.routes()).extracting(RouteRow::name).containsExactly("busy", "failing", "slow");
        assertThat(model.routes().getLast().rate()).isEqualTo(1);
        model.orderProperty().set(RouteOrder.SLOWEST);
        assertThat(model.routes()).extracting(RouteRow::name).containsExactly("slow", "failing", "busy");
        model.orderProperty().set(RouteOrder.FAILING);
        assertThat(model.routes().getFirst().errors()).isEqualTo(0.8);
    }

    @Test
    void a_certificate_near_its_end_asks_for_attention_and_leads_to_it() {
        model.attend(List.of(new Notable(
                Status.ATTENTION, new ObjectKey("certificates", "shop"), "Certificate shop expires in 9 days")));
        assertThat(model.attention())
                .extracting(Attention::words)
                .containsExactly("Certificate shop expires in 9 days");
        model.leads().open(model.attention().getFirst());
        assertThat(ways.opened()).containsExactly("certificate shop");
        model.attend(List.of());
        assertThat(model.attention()).isEmpty();
    }

    @Test
    void a_target_that_is_down_asks_for_attention_and_goes_when_it_is_back() {
        Target up = new Target("a:1", "up");
        model.accept(List.of(Frames.frame(
                1,
                Frames.numbers("", 1, 0, 1),
                List.of(),
                List.of(Frames.numbers("catalog", 1, 0, 1, up, new Target("a:2", "down"))),
                0)));
        assertThat(model.targetsProperty().get().figure()).isEqualTo("1 of 2");
        assertThat(model.attention()).extracting(Attention::words).containsExactly("catalog: a:2 is down");
        model.accept(List.of(Frames.frame(
                2,
                Frames.numbers("", 1, 0, 1),
                List.of(),
                List.of(Frames.numbers("catalog", 1, 0, 1, up, new Target("a:2", "up"))),
                0)));
        assertThat(model.attention()).isEmpty();
    }

    @Test
    void the_history_of_a_stream_that_was_opened_again_is_counted_once() {
        model.accept(List.of(Frames.good(1, 5), Frames.good(2, 5)));
        model.accept(List.of(Frames.good(1, 5), Frames.good(2, 5), Frames.good(3, 5)));
        assertThat(model.samplesProperty().get().size()).isEqualTo(3);
    }

    @Test
    void many_frames_change_the_screen_once() {
        AtomicInteger changes = new AtomicInteger();
        model.samplesProperty()
                .get()
                .versionProperty()
                .addListener((property, before, now) -> changes.incrementAndGet());
        model.accept(Frames.shop());
        assertThat(changes).hasValue(1);
    }

    @Test
    void old_numbers_say_their_age() {
        model.accept(List.of(Frames.good(0, 1)));
        model.tick(Frames.START.plusSeconds(4));
        assertThat(model.ageProperty().get()).isEmpty();
        model.tick(Frames.START.plusSeconds(75));
        assertThat(model.ageProperty().get()).isEqualTo("These numbers are 1 min 15 s old");
        model.accept(List.of(Frames.good(80, 1)));
        assertThat(model.ageProperty().get()).isEmpty();
    }

    @Test
    void another_gateway_begins_with_nothing() {
        model.accept(Frames.shop());
        model.clear();
        assertThat(model.waitingProperty().get()).isTrue();
        assertThat(model.routes()).isEmpty();
        assertThat(model.samplesProperty().get().size()).isZero();
        assertThat(model.requestsProperty().get().figure()).isEqualTo("–");
    }

    @Test
    void opening_a_route_leads_to_its_traffic() {
        model.leads().calls(new RouteRow("orders", 1, 1, 0));
        assertThat(ways.opened()).containsExactly("traffic route:orders");
    }
}
