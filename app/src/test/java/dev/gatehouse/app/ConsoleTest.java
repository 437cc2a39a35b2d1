package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
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
        robot.push(KeyCode.CONTROL, KeyCode.K);
        await(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("gallery");
        robot.push(KeyCode.ENTER);
        await(() -> scene.lookup(".swatch") != null);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        await(() -> scene.lookup(".welcome") != null);
        assertThat(scene.lookup(".palette")).isNull();
    }

    @Test
    void pictures_of_every_screen() {
        for (int[] size : new int[][] {{WIDTH, HEIGHT}, {1024, 700}}) {
            String suffix = size[0] == WIDTH ? "" : "-small";
            Scene scene = open(size[0], size[1]);
            take(scene, "welcome", suffix);
            onFx(() -> {
                ((ToggleButton) scene.lookup("#connect")).fire();
                return true;
            });
            take(scene, "connect", suffix);
            robot.push(KeyCode.CONTROL, KeyCode.K);
            await(() -> scene.lookup(".palette") != null);
            take(scene, "palette", suffix);
            robot.write("gallery");
            robot.push(KeyCode.ENTER);
            await(() -> scene.lookup(".swatch") != null);
            take(scene, "gallery", suffix);
            closeStage();
        }
    }

    private static void take(Scene scene, String name, String suffix) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT) + suffix);
        }
    }
}
