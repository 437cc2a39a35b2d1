package dev.gatehouse.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScalesTest {
    @Test
    void a_value_axis_has_at_most_four_round_steps_and_holds_the_greatest_value() {
        for (double greatest = 0.013; greatest < 1e9; greatest *= 1.37) {
            NiceScale scale = NiceScale.to(greatest);
            assertThat(scale.top()).isGreaterThanOrEqualTo(greatest * (1 - 1e-6));
            assertThat(scale.top() / scale.step()).isBetween(1.999, 4.001);
        }
        assertThat(NiceScale.to(61)).isEqualTo(new NiceScale(20, 80));
        assertThat(NiceScale.to(100)).isEqualTo(new NiceScale(25, 100));
    }

    @Test
    void an_axis_of_nothing_goes_to_one() {
        assertThat(NiceScale.to(0)).isEqualTo(new NiceScale(0.25, 1));
        assertThat(NiceScale.to(Double.NaN)).isEqualTo(new NiceScale(0.25, 1));
    }

    @Test
    void a_time_axis_has_at_most_six_steps() {
        for (long length = 5_000; length <= 3_600_000; length += 1_000) {
            assertThat(length / 1000.0 / TimeTicks.step(length)).isLessThanOrEqualTo(6);
        }
        assertThat(TimeTicks.step(60_000)).isEqualTo(10);
        assertThat(TimeTicks.step(3_600_000)).isEqualTo(600);
    }
}
