package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class DemoJourneyTest extends UiTest {
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // the test opens it first
    private Console console;

    @AfterEach
    void forgetTheDataDirectory() {
        System.clearProperty("gatehouse.data");
    }

    @Test
    void the_demo_starts_the_charts_move_and_nothing_is_left_running() throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
            return console.open();
        });
        robot.clickOn("#open");
        // The first start of a store, a catalogue and a data path on a busy machine takes longer than a screen may.
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(() -> scene.lookup(".chart-plot") != null));
        Label traffic = (Label) onFx(() -> scene.lookup("#traffic"));
        int seconds = Boolean.getBoolean("gatehouse.screenshots") ? 75 : 3;
        for (int second = 0; second < seconds; second++) {
            String before = onFx(traffic::getText);
            await(() -> !traffic.getText().equals(before));
        }
        await(() -> draws(scene, Color.web("#3f78d8")));
        assertThat(onFx(traffic::getText)).matches("[0-9.]+( k)?/s · .* errors · p95 .*");
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.take(scene, "overview-" + theme.name().toLowerCase(Locale.ROOT));
        }

        Matcher address = ADDRESS.matcher(onFx(() -> ((Label) scene.lookup("#place")).getText()));
        assertThat(address.find()).isTrue();
        onFx(() -> {
            console.close();
            return true;
        });
        assertThatIOException().isThrownBy(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(address.group(1))), 2_000);
            }
        });
    }

    /** Whether the first chart has a pixel of this colour. */
    private static boolean draws(Scene scene, Color colour) {
        WritableImage image = scene.lookup(".chart-plot").snapshot(null, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).equals(colour)) {
                    return true;
                }
            }
        }
        return false;
    }
}
