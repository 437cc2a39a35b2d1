package dev.gatehouse.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;

class AppIconTest extends UiTest {
    @Test
    void the_icon_is_drawn_at_every_size_that_systems_ask_for() {
        assertThat(onFx(AppIcon::all)).extracting(Image::getWidth).containsExactly(16.0, 32.0, 48.0, 128.0, 256.0);
    }
}
