package dev.gatehouse.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeasureTest {
    @Test
    void durations_say_how_they_were_read() {
        assertThat(Measure.DURATION.words("90m")).isEqualTo("1 h 30 min");
        assertThat(Measure.DURATION.words("250ms")).isEqualTo("250 ms");
        assertThat(Measure.DURATION.words("0s")).isEqualTo("no time at all");
        assertThat(Measure.DURATION.words("5")).isEmpty();
        assertThat(Measure.DURATION.words("")).isEmpty();
    }

    @Test
    void sizes_and_rates_too() {
        assertThat(Measure.SIZE.words("64KiB")).isEqualTo("65\u2009536 bytes");
        assertThat(Measure.SIZE.read("999999999999999TiB")).isEmpty();
        assertThat(Measure.RATE.words("100/min")).isEqualTo("1.667 a second on average");
        assertThat(Measure.RATE.read("100/day")).hasValue(100);
    }
}
