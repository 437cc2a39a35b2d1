package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void no_display_is_said_so() {
        assertThat(Display.missing(Map.of(), library -> true))
                .hasValueSatisfying(why -> assertThat(why).contains("no display"));
    }

    @Test
    void a_missing_library_is_named_with_its_package() {
        assertThat(Display.missing(Map.of("DISPLAY", ":0"), library -> !library.startsWith("libgtk")))
                .hasValueSatisfying(why -> assertThat(why).contains("libgtk-3.so.0", "apt install libgtk-3-0"));
    }

    @Test
    void with_a_display_and_the_libraries_nothing_is_missing() {
        assertThat(Display.missing(Map.of("WAYLAND_DISPLAY", "wayland-0"), library -> true))
                .isEmpty();
    }
}
