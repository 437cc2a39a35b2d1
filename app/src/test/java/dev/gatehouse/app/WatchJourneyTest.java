package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** The way from a number that looks wrong to the call behind it, in the whole window, by keyboard and mouse. */
class WatchJourneyTest extends UiTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private Console console;

    @AfterEach
    void close() {
        onFx(() -> {
            console.close();
            return true;
        });
        System.clearProperty("gatehouse.data");
    }

    @Test
    void a_failed_call_is_found_and_explains_itself() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        patiently(() -> scene.lookup("#query") != null && rows(scene) > 10);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        await(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("fault:method-not-allowed").push(KeyCode.ENTER);
        patiently(() -> rows(scene) > 0 && scene.lookup(".status-4xx") != null);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        patiently(() -> scene.lookup("#explain") != null);
        robot.clickOn("#explain");
        patiently(() -> scene.lookup(".verdict") != null);
        assertThat(onFx(() -> scene.getRoot().lookupAll(".verdict .label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .anyMatch(words -> words.contains("would take it"));
        take(scene, "traffic");
        robot.push(KeyCode.ESCAPE);
        await(() -> scene.lookup("#explain") == null);
    }

    @Test
    void sketches_of_the_least_window_and_of_large_text() throws Exception {
        Scene scene = open(1024, 700);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        patiently(() -> rows(scene) > 5);
        sketch(scene, "traffic-1024");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        patiently(() -> rows(scene) > 2);
        robot.push(KeyCode.DOWN);
        patiently(() -> scene.lookup(".target-line") != null);
        sketch(scene, "upstreams-1024");
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        await(() -> scene.getRoot().getStyleClass().contains(Scale.LARGER.styleClass()));
        sketch(scene, "upstreams-large");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        patiently(() -> rows(scene) > 5);
        robot.push(KeyCode.DOWN);
        patiently(() -> scene.lookup("#explain") != null);
        sketch(scene, "traffic-large");
    }

    private Scene open(int width, int height) throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        Scene scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
                    return console.open();
                },
                width,
                height);
        onFx(() -> {
            console.install(scene);
            return true;
        });
        robot.clickOn("#open");
        patiently(() -> scene.lookup(".chart-plot") != null);
        return scene;
    }

    private static int rows(Scene scene) {
        return scene.getRoot().lookupAll(".data-table .table-row-cell:filled").size();
    }

    private static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            apply(theme);
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void sketch(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            apply(theme);
            Pictures.sketch(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private static void apply(Theme theme) {
        onFx(() -> {
            theme.apply();
            return true;
        });
        settle();
        settle();
    }

    /** A first start on a busy machine takes longer than a screen may. */
    private static void patiently(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }
}
