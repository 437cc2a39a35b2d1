package dev.gatehouse.app;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.local.LocalGateway;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A test of one screen before the demo's gateway, with its own draft. */
public abstract class DemoTest extends UiTest {
    @TempDir
    Path folder;

    protected final Current current = new Current();
    protected final NotedWays ways = new NotedWays();
    protected final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());

    @SuppressWarnings("NullAway.Init") // started before each test
    protected DraftSession session;

    @SuppressWarnings("NullAway.Init") // started before each test
    protected LocalGateway gateway;

    @BeforeEach
    void startTheDemo() throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        gateway = LocalGateway.startDemo();
        ConsoleFolder own = new ConsoleFolder(folder.resolve("console"));
        onFx(() -> {
            Theme.LIGHT.apply();
            session = new DraftSession(current, jobs, own);
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
                    new Memory(own, "demo")));
            return true;
        });
    }

    @AfterEach
    void stopTheDemo() {
        onFx(() -> {
            current.show(null);
            session.close();
            return true;
        });
        jobs.close();
        gateway.close();
        System.clearProperty("gatehouse.data");
    }

    /** Pictures to look at, in both themes. */
    protected static void sketch(Scene scene, String name) {
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.sketch(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Waits longer: a store and a data path that have just started on a busy machine take their time. */
    protected static void patiently(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }
}
