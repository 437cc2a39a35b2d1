package dev.gatehouse.app.screen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.local.LocalGateway;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class TrafficJourneyTest extends UiTest {
    @TempDir
    Path folder;

    private final Current current = new Current();
    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final TrafficViewModel model = new TrafficViewModel(
            current, ways, jobs, Background.executor(), UiThread.executor(), InstantSource.system());

    @SuppressWarnings("NullAway.Init") // started before each test
    private LocalGateway gateway;

    @BeforeEach
    void start() throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        gateway = LocalGateway.startDemo();
    }

    @AfterEach
    void stop() {
        onFx(() -> {
            model.hidden();
            current.show(null);
            return true;
        });
        jobs.close();
        gateway.close();
        System.clearProperty("gatehouse.data");
    }

    @Test
    void a_call_is_seen_as_it_ends_found_again_explained_and_sent_again() throws Exception {
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            Loaded loaded = new ScreenLoader(screen -> new TrafficView(
                            model,
                            new Tools(jobs, (near, name) -> null),
                            (title, words, no, yes, action) -> action.run()))
                    .load(Screen.TRAFFIC);
            LiveFeed live =
                    new LiveFeed(gateway.address(), gateway.token(), UiThread.executor(), InstantSource.system());
            live.connect();
            current.show(new Connection(
                    "demo",
                    "Demo",
                    Environment.NONE,
                    gateway.address(),
                    new AdminClient(gateway.address(), gateway.token()),
                    live,
                    new Memory(new ConsoleFolder(folder), "demo")));
            loaded.view().shown();
            return loaded.root();
        });
        patiently(() -> model.rows().shown().size() > 20);

        TextField query = (TextField) scene.lookup("#query");
        robot.clickOn(query).write("status>>500").push(KeyCode.ENTER);
        patiently(() -> model.wrongProperty().get() != null);
        settle();
        Pictures.takeBoth(scene, "traffic-problem");
        assertThat(onFx(query::getSelectedText))
                .isEqualTo(model.wrongProperty().get().term());

        robot.clickOn(query)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("path:/nowhere")
                .push(KeyCode.ENTER);
        patiently(() -> model.wrongProperty().get() == null
                && !model.loading().isRunning()
                && model.pulseProperty().get().status() == Status.GOOD);
        settle();
        Pictures.takeBoth(scene, "traffic-no-match");
        send("/nowhere");
        patiently(() -> !model.rows().shown().isEmpty());
        await(() -> scene.lookup(".table-row-cell:filled") != null);
        robot.clickOn(".table-row-cell:filled");
        await(() -> model.call().callProperty().get() != null);
        settle();
        robot.clickOn("#explain");
        patiently(() -> !model.call().verdicts().isEmpty());
        assertThat(model.call().verdicts().getFirst().status()).isEqualTo(Status.BAD);
        robot.clickOn("#resend");
        patiently(() -> model.call().resentProperty().get() != null);
        assertThat(model.call().resentProperty().get().sentence()).contains("404");
        settle();
        onFx(() -> {
            ((ScrollPane) scene.lookup(".detail-scroll")).setVvalue(1);
            return true;
        });
        Pictures.takeBoth(scene, "traffic-explained");
        String id = model.call().callProperty().get().id();

        onFx(() -> {
            model.modeProperty().set(Mode.STORED);
            model.ask("status:404 path:/nowhere");
            return true;
        });
        patiently(() -> model.rows().shown().stream().anyMatch(row -> row.id().equals(id)));
        onFx(() -> {
            model.choose(null);
            model.go(id, "");
            return true;
        });
        patiently(() -> model.call().callProperty().get() != null);
        onFx(() -> {
            model.ask("");
            return true;
        });
        patiently(() -> model.rows().shown().size() > 100);
        settle();
        Pictures.takeBoth(scene, "traffic-stored");
    }

    private void send(String path) throws Exception {
        InetSocketAddress listener = gateway.listeners().values().iterator().next();
        URI url = URI.create("http://127.0.0.1:" + listener.getPort() + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
        }
    }

    /** A store and a data path that have just started on a busy machine take longer than a screen may. */
    private static void patiently(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }
}
