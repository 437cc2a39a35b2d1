package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.engine.model.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, 250, 250ms", "1000ms, 1000, 1s", "5s, 5000, 5s", "75s, 75000, 75s", "1m15s, 75000, 75s",
        "90m, 5400000, 90m", "1h30m, 5400000, 90m", "2h5m, 7500000, 2h5m", "1d, 86400000, 1d", "24h, 86400000, 1d",
        "1d1ms, 86400001, 1d1ms", "0s, 0, 0s", "0ms, 0, 0s", "10000ms, 10000, 10s", "9999ms, 9999, 9999ms",
        "10001ms, 10001, 10s1ms", "007s, 7000, 7s"
    })
    void a_duration_is_read_and_written(String text, long millis, String written) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
        assertThat(Durations.print(Duration.ofMillis(millis))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "s", "5 s", "-5s", "1.5s", "5sec", "5s1m", "5s5s", "5S", "1us", "9999999999s", " 5s"})
    void what_is_no_duration_is_refused(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0B, 0, 0B",
        "512B, 512, 512B",
        "1024B, 1024, 1KiB",
        "1KiB, 1024, 1KiB",
        "1025B, 1025, 1025B",
        "10MiB, 10485760, 10MiB",
        "1024MiB, 1073741824, 1GiB",
        "2048TiB, 2251799813685248, 2048TiB"
    })
    void a_size_is_read_and_written(String text, long bytes, String written) {
        assertThat(Sizes.parse(text)).isEqualTo(new ByteSize(bytes));
        assertThat(Sizes.print(new ByteSize(bytes))).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "B", "5KB", "5kib", "5 KiB", "-5B", "1.5MiB", "999999999999999TiB"})
    void what_is_no_size_is_refused(String text) {
        assertThatThrownBy(() -> Sizes.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_written_reads_back() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong(1L << (1 + random.nextInt(45)));
            assertThat(Durations.parse(Durations.print(Duration.ofMillis(value))))
                    .isEqualTo(Duration.ofMillis(value));
            assertThat(Sizes.parse(Sizes.print(new ByteSize(value))).bytes()).isEqualTo(value);
        }
    }

    @Test
    void the_nearest_word_takes_the_fewest_slips() {
        List<String> words = List.of("listeners", "upstreams", "routes", "upstream");

        assertThat(Nearest.of("listners", words)).isEqualTo("listeners");
        assertThat(Nearest.of("upstrems", words)).isEqualTo("upstreams");
        assertThat(Nearest.of("ruotes", words)).isEqualTo("routes");
        assertThat(Nearest.of("ROUTES", words)).isEqualTo("routes");
        assertThat(Nearest.of("certificates", words)).isNull();
        assertThat(Nearest.distance("abcd", "acbd", 9)).isEqualTo(1);
        assertThat(Nearest.distance("", "abc", 9)).isEqualTo(3);
    }

    @Test
    void a_short_name_means_the_owners_object_before_the_gateways() {
        Set<String> names = Set.of("shop", "acme/shop", "globex/pay");

        assertThat(Names.resolve("shop", null, names)).isEqualTo("shop");
        assertThat(Names.resolve("shop", "acme", names)).isEqualTo("acme/shop");
        assertThat(Names.resolve("shop", "globex", names)).isEqualTo("shop");
        assertThat(Names.resolve("acme/shop", "globex", names)).isNull();
        assertThat(Names.resolve("acme/shop", "acme", names)).isEqualTo("acme/shop");
        assertThat(Names.resolve("globex/pay", null, names)).isEqualTo("globex/pay");
        assertThat(Names.resolve("pay", null, names)).isNull();
        assertThat(Names.full("shop", "acme")).isEqualTo("acme/shop").isEqualTo(Names.full("acme/shop", "acme"));
    }
}
