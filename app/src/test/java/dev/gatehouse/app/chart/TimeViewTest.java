package dev.gatehouse.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.chart.TimeView.Window;
import org.junit.jupiter.api.Test;

class TimeViewTest {
    private static final long START = 1_000_000_000;

    private final TimeView view = new TimeView();

    @Test
    void the_axis_begins_with_the_data_and_grows_until_the_span_is_full() {
        view.spanProperty().set(Span.MINUTE);
        view.known(START, START + 20_000);
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START, START + 20_000));
        view.known(START, START + 90_000);
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 30_000, START + 90_000));
    }

    @Test
    void a_zoom_stands_still_and_each_one_can_be_undone() {
        view.known(START, START + 300_000);
        view.zoom(START + 200_000, START + 100_000);
        view.zoom(START + 120_000, START + 150_000);
        view.known(START, START + 310_000);
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 120_000, START + 150_000));
        view.back();
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 100_000, START + 200_000));
        view.back();
        assertThat(view.zoomedProperty().get()).isFalse();
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 10_000, START + 310_000));
    }

    @Test
    void a_zoom_is_never_shorter_than_five_seconds() {
        view.known(START, START + 300_000);
        view.zoom(START + 100_000, START + 100_010);
        assertThat(view.windowProperty().get().length()).isEqualTo(TimeView.SHORTEST);
    }

    @Test
    void a_paused_view_keeps_its_end_and_follows_again_after() {
        view.known(START, START + 300_000);
        view.pausedProperty().set(true);
        view.known(START, START + 400_000);
        assertThat(view.windowProperty().get().to()).isEqualTo(START + 300_000);
        view.spanProperty().set(Span.MINUTE);
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 240_000, START + 300_000));
        view.pausedProperty().set(false);
        assertThat(view.windowProperty().get().to()).isEqualTo(START + 400_000);
    }

    @Test
    void choosing_a_span_leaves_a_zoom() {
        view.known(START, START + 300_000);
        view.zoom(START + 100_000, START + 200_000);
        view.spanProperty().set(Span.MINUTE);
        assertThat(view.zoomedProperty().get()).isFalse();
        assertThat(view.windowProperty().get()).isEqualTo(new Window(START + 240_000, START + 300_000));
    }
}
