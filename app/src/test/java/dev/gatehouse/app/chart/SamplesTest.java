package dev.gatehouse.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void the_oldest_row_goes_when_the_ring_is_full() {
        Samples samples = new Samples(1, 3);
        for (int i = 1; i <= 5; i++) {
            samples.add(i * 1000L, i);
        }
        assertThat(samples.size()).isEqualTo(3);
        assertThat(samples.firstTime()).isEqualTo(3000);
        assertThat(samples.tail(0, 2)).containsExactly(4, 5);
    }

    @Test
    void a_row_that_comes_twice_is_kept_once() {
        Samples samples = new Samples(1, 10);
        assertThat(samples.add(1000, 1)).isTrue();
        assertThat(samples.add(1000, 7)).isFalse();
        assertThat(samples.add(500, 7)).isFalse();
        assertThat(samples.tail(0, 10)).containsExactly(1);
    }

    @Test
    void rows_are_found_by_time_across_the_ring_s_seam() {
        Samples samples = new Samples(1, 4);
        for (int i = 0; i < 6; i++) {
            samples.add(i * 1000L, i);
        }
        assertThat(samples.rowFrom(0)).isZero();
        assertThat(samples.rowFrom(3000)).isEqualTo(1);
        assertThat(samples.rowFrom(3000.5)).isEqualTo(2);
        assertThat(samples.rowFrom(9000)).isEqualTo(4);
    }

    @Test
    void a_stack_sums_from_the_bottom_and_its_greatest_is_the_whole() {
        Samples samples = new Samples(3, 4);
        samples.add(1000, 1, 2, 4);
        samples.add(2000, 1, Double.NaN, 4);
        Series bottom = new Series(0, "chart.5xx", Ink.STATUS_5XX, 1);
        Series top = new Series(2, "chart.2xx", Ink.STATUS_2XX, 1);
        SamplesDataset stack = new SamplesDataset(samples, List.of(bottom, top), true);
        assertThat(stack.getYValue(0, 0)).isEqualTo(1);
        assertThat(stack.getYValue(1, 0)).isEqualTo(5);
        assertThat(stack.greatest(0, 5000)).isEqualTo(5);
        SamplesDataset lines = new SamplesDataset(samples, List.of(bottom, top), false);
        assertThat(lines.getYValue(1, 0)).isEqualTo(4);
        assertThat(lines.greatest(0, 5000)).isEqualTo(4);
    }
}
