package dev.gatehouse.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class SegmentRowTest extends UiTest {
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.NORMAL);

    @Test
    void the_keyboard_reaches_each_choice_and_takes_it() {
        Scene scene = show(() -> {
            SegmentRow row = new SegmentRow();
            row.join(Density.class, Density::name, density);
            return new HBox(new Button("Before"), row);
        });
        assertThat(onFx(() -> chosen(scene))).isEqualTo("NORMAL");
        onFx(() -> {
            scene.lookup(".button").requestFocus();
            return true;
        });
        robot.push(KeyCode.TAB).push(KeyCode.LEFT);
        assertThat(density.get()).isEqualTo(Density.COMPACT);
        robot.push(KeyCode.SPACE);
        assertThat(onFx(() -> chosen(scene)))
                .as("a second time changes nothing")
                .isEqualTo("COMPACT");
        onFx(() -> {
            density.set(Density.ROOMY);
            return true;
        });
        assertThat(onFx(() -> chosen(scene))).isEqualTo("ROOMY");
    }

    private static String chosen(Scene scene) {
        return scene.getRoot().lookupAll(".segment").stream()
                .map(node -> (ToggleButton) node)
                .filter(ToggleButton::isSelected)
                .map(ToggleButton::getText)
                .findFirst()
                .orElse("");
    }
}
