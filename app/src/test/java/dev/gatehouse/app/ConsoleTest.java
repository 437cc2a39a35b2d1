package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest extends UiTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private Console console;

    private Scene open(int width, int height) {
        Scene scene = show(
                () -> {
                    console = new Console(new ConsoleFolder(folder), Platform::runLater, () -> {});
                    return console.open();
                },
                width,
                height);
        onFx(() -> {
            console.install(scene);
            return true;
        });
        return scene;
    }

    @AfterEach
    void closeConsole() {
        onFx(() -> {
            console.close();
            return true;
        });
    }

    @Test
    void the_palette_opens_a_screen_from_the_keyboard_alone() {
        Scene scene = open(WIDTH, HEIGHT);
        openGallery(scene);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> scene.lookup(".welcome") != null);
        assertThat(scene.lookup(".palette")).isNull();
    }

    @Test
    void pictures_of_every_screen() {
        Scene scene = open(WIDTH, HEIGHT);
        take(scene, "welcome");
        onFx(() -> {
            ((ToggleButton) scene.lookup("#connect")).fire();
            ((TextField) scene.lookup("#address")).setText("127.0.0.1:1");
            ((TextField) scene.lookup("#token")).setText("a token");
            ((Button) scene.lookup("#test")).fire();
            return true;
        });
        await(() -> !scene.lookup("#test").isDisabled());
        assertThat(onFx(() -> scene.lookup("#stepsBox").isVisible())).isTrue();
        take(scene, "welcome-failed");
        openGallery(scene);
        take(scene, "gallery");
        onFx(() -> {
            ((ScrollPane) scene.lookup("#scroll")).setVvalue(1);
            return true;
        });
        sketch(scene, "gallery-end");
    }

    @Test
    void sketches_of_the_least_window_with_large_text() {
        Scene scene = open(1024, 700);
        onFx(() -> {
            ((ToggleButton) scene.lookup("#connect")).fire();
            return true;
        });
        sketch(scene, "connect-small");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> scene.lookup(".palette") != null);
        sketch(scene, "palette-small");
        robot.push(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        await(() -> scene.getRoot().getStyleClass().contains(Scale.LARGER.styleClass()));
        sketch(scene, "connect-large");
        openGallery(scene);
        sketch(scene, "gallery-large");
    }

    private void openGallery(Scene scene) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("gallery");
        robot.push(KeyCode.ENTER);
        await(() -> scene.lookup(".swatch") != null);
    }

    private static void take(Scene scene, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void sketch(Scene scene, String name) {
        settle();
        Pictures.sketch(scene, name);
    }
}
