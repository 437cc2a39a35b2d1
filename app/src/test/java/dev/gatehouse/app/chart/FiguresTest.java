package dev.gatehouse.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void a_figure_has_at_most_three_significant_digits() {
        assertThat(Figures.count(0)).isEqualTo("0");
        assertThat(Figures.count(61)).isEqualTo("61");
        assertThat(Figures.count(1236)).isEqualTo("1.24 k");
        assertThat(Figures.count(12_360)).isEqualTo("12.4 k");
        assertThat(Figures.count(123_600)).isEqualTo("124 k");
        assertThat(Figures.count(0.4242)).isEqualTo("0.42");
    }

    @Test
    void rounding_never_writes_a_thousand() {
        assertThat(Figures.count(999)).isEqualTo("999");
        assertThat(Figures.count(999.7)).isEqualTo("1 k");
        assertThat(Figures.milliseconds(999.7)).isEqualTo("1 s");
        assertThat(Figures.count(99.96)).isEqualTo("100");
    }

    @Test
    void every_figure_has_its_unit_and_an_unknown_one_is_a_dash() {
        assertThat(Figures.rate(812)).isEqualTo("812/s");
        assertThat(Figures.milliseconds(38.04)).isEqualTo("38 ms");
        assertThat(Figures.milliseconds(1240)).isEqualTo("1.24 s");
        assertThat(Figures.percent(0.0042)).isEqualTo("0.42 %");
        assertThat(Figures.percent(Double.NaN)).isEqualTo(Figures.NONE);
        assertThat(Figures.rate(Double.NaN)).isEqualTo(Figures.NONE);
    }
}
