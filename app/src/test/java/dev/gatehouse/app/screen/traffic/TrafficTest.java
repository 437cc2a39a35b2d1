package dev.gatehouse.app.screen.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.StallWatch;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.client.TailFrame;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Mailbox;
import dev.gatehouse.app.work.UiThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it watches for stalls of the FX thread")
class TrafficTest extends UiTest {
    private static final int FRAMES_A_SECOND = 10;
    private static final int A_FRAME = 500;
    private static final int SECONDS = 6;
    private static final Duration LONGEST_STALL = Duration.ofMillis(200);

    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final TrafficViewModel model = new TrafficViewModel(
            new Current(), new NotedWays(), jobs, Background.executor(), UiThread.executor(), InstantSource.system());

    private Scene open(int width, int height) {
        return show(
                () -> {
                    Theme.LIGHT.apply();
                    return new ScreenLoader(screen -> new TrafficView(
                                    model,
                                    new Tools(jobs, (near, name) -> null),
                                    (title, words, no, yes, action) -> {}))
                            .load(Screen.TRAFFIC)
                            .root();
                },
                width,
                height);
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    @Test
    void five_thousand_calls_a_second_hold_up_nothing_and_do_not_pile_up() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        Mailbox<TailFrame> mailbox = new Mailbox<>(UiThread.executor(), 100, model::accept);
        AtomicInteger sent = new AtomicInteger();
        ScheduledExecutorService gateway = Executors.newSingleThreadScheduledExecutor();
        try (StallWatch watch = new StallWatch()) {
            accept(SomeCalls.frame(0, 100));
            settle();
            watch.reset();
            gateway.scheduleAtFixedRate(
                    () -> mailbox.post(SomeCalls.frame(sent.getAndAdd(A_FRAME), A_FRAME)),
                    0,
                    1000 / FRAMES_A_SECOND,
                    TimeUnit.MILLISECONDS);
            int all = SECONDS * FRAMES_A_SECOND * A_FRAME;
            await(() -> sent.get() >= all / 2);
            assertThat(watch.longest()).isLessThan(LONGEST_STALL);
            long half = used();
            // Asking the collector stops every thread, which is the test's stall.
            settle();
            watch.reset();
            await(() -> sent.get() >= all);
            assertThat(watch.longest()).isLessThan(LONGEST_STALL);
            assertThat(used() - half).as("bytes kept of the later half").isLessThan(8L << 20);
        } finally {
            gateway.shutdownNow();
        }
        settle();
        assertThat(model.rows().shown()).hasSize(TrafficViewModel.KEPT);
        assertThat(scene.getRoot().lookupAll(".table-row-cell")).hasSizeLessThan(80);
    }

    @Test
    void sketches() {
        Scene scene = open(WIDTH, HEIGHT);
        Pictures.takeBoth(scene, "traffic-empty");
        accept(SomeCalls.frame(0, 200));
        sketch(scene, "traffic-full");
        onFx(() -> {
            model.choose(model.rows().shown().stream()
                    .filter(row -> row.call().status() == 201)
                    .findFirst()
                    .orElseThrow());
            return true;
        });
        accept(SomeCalls.frame(200, 312));
        Pictures.takeBoth(scene, "traffic-detail");
        onFx(() -> {
            model.choose(model.rows().shown().stream()
                    .filter(row -> row.call().status() == 404)
                    .findFirst()
                    .orElseThrow());
            return true;
        });
        sketch(scene, "traffic-404");
    }

    @Test
    void sketches_of_the_least_window() {
        Scene scene = open(816, 600);
        accept(SomeCalls.frame(0, 200));
        sketch(scene, "traffic-small");
        onFx(() -> {
            model.choose(model.rows().shown().get(2));
            return true;
        });
        sketch(scene, "traffic-small-call");
    }

    private void accept(TailFrame frame) {
        onFx(() -> {
            model.accept(List.of(frame));
            return true;
        });
        await(() -> !model.rows().shown().isEmpty());
        settle();
    }

    private static void sketch(Scene scene, String name) {
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

    /** The heap that is really used, after the collector was asked. */
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
