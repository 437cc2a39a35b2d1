package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.local.LocalGateway;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class EngineJourneyTest extends UiTest {
    @TempDir(factory = PlainFolder.class)
    Path folder;

    private final String home = System.getProperty("user.home");

    private final CountDownLatch quit = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // the test opens it first
    private Console console;

    @AfterEach
    void letGo() {
        onFx(() -> {
            console.close();
            return true;
        });
        System.clearProperty("gatehouse.data");
        System.setProperty("user.home", home);
    }

    @Test
    void the_gateway_of_the_window_is_stopped_started_again_and_drained_when_the_window_closes() throws Exception {
        System.setProperty("user.home", folder.toString());
        System.setProperty("gatehouse.data", folder.resolve(".gatehouse").toString());
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            console = new Console(new ConsoleFolder(folder), UiThread.executor(), quit::countDown);
            return console.open();
        });
        onFx(() -> {
            console.install(scene);
            return true;
        });
        robot.clickOn("#open");
        awaitLong(() -> scene.lookup(".chart-plot") != null);
        onFx(() -> {
            scene.getRoot().lookupAll(".navigation-entry").stream()
                    .map(node -> (ToggleButton) node)
                    .filter(entry -> entry.getText().equals("Gateway"))
                    .forEach(ToggleButton::fire);
            return true;
        });
        await(() -> scene.lookup("#facts") != null);
        await(() -> hasFact(scene, "public  127.0.0.1:"));
        await(() -> !((ListView<?>) scene.lookup("#log")).getItems().isEmpty());
        assertThat(onFx(() -> hasFact(scene, "~/.gatehouse/demo"))).isTrue();
        take(scene, "gateway");

        fire(scene, "#stop");
        awaitLong(() -> scene.lookup("#start").isVisible());
        assertThat(onFx(() -> hasFact(scene, "public  127.0.0.1:")))
                .as("where it ran is no longer where it runs")
                .isFalse();
        Pictures.takeBoth(scene, "gateway-stopped");
        assertThat(onFx(() -> scene.lookup("#content").getStyleClass())).doesNotContain("dimmed");
        try (LocalGateway other = LocalGateway.startDemo()) {
            assertThat(other.address()).isNotNull();
            fire(scene, "#start");
            awaitLong(() -> scene.lookup("#problem").isVisible());
            Pictures.takeBoth(scene, "gateway-failed");
        }
        fire(scene, "#start");
        awaitLong(() -> scene.lookup("#stop") != null && scene.lookup("#stop").isVisible());

        onFx(() -> {
            console.requestQuit();
            return true;
        });
        await(() -> scene.lookup(".dialog-question") != null);
        take(scene, "leaving");
        assertThat(onFx(() -> scene.getFocusOwner() instanceof Button button && button.isCancelButton()))
                .isTrue();
        robot.push(KeyCode.ESCAPE);
        await(() -> scene.lookup(".dialog-question") == null);
        assertThat(quit.getCount()).isOne();

        onFx(() -> {
            console.requestQuit();
            return true;
        });
        await(() -> scene.lookup(".dialog-question .danger") != null);
        onFx(() -> {
            ((Button) scene.lookup(".dialog-question .danger")).fire();
            return true;
        });
        assertThat(quit.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean hasFact(Scene scene, String start) {
        return scene.getRoot().lookupAll("#facts .t-mono").stream()
                .anyMatch(node -> ((Label) node).getText().startsWith(start));
    }

    private static void fire(Scene scene, String button) {
        onFx(() -> {
            ((Button) scene.lookup(button)).fire();
            return true;
        });
    }

    private static void awaitLong(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }

    private static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }
}
