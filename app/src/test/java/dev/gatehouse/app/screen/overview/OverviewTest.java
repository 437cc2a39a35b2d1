package dev.gatehouse.app.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.chart.ChartExport;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewTest extends UiTest {
    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final OverviewViewModel model = new OverviewViewModel(new Current(), ways, jobs, InstantSource.system());

    private final List<Command> commands = new ArrayList<>();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private Loaded loaded;

    private Scene open() {
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            loaded = new ScreenLoader(screen -> new OverviewView(
                            model,
                            new ChartExport((near, name) -> folder.resolve(name), jobs, model::failed),
                            commands::add))
                    .load(Screen.OVERVIEW);
            loaded.view().shown();
            return loaded.root();
        });
        settle();
        return scene;
    }

    @Test
    void the_charts_draw_what_comes_in_the_theme_s_colours() {
        Scene scene = open();
        accept();
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Set<Color> colours = colours(plot(scene, 0));
            assertThat(colours)
                    .contains(Color.web(theme == Theme.LIGHT ? "#3f78d8" : "#5b93f0"))
                    .contains(Color.web(theme == Theme.LIGHT ? "#c98500" : "#f0bd55"));
        }
    }

    @Test
    void the_pointer_is_seen_in_both_charts_and_a_drag_zooms_both() {
        Scene scene = open();
        accept();
        onFx(() -> {
            model.view().spanProperty().set(Span.QUARTER);
            return true;
        });
        settle();
        Bounds plot = onFx(() -> plot(scene, 0).localToScreen(plot(scene, 0).getBoundsInLocal()));
        double middle = plot.getCenterY();
        robot.moveTo(plot.getMinX() + plot.getWidth() / 2, middle);
        // The crosshair follows ten times a second, so it may be on its way still.
        await(() -> model.view().pointerProperty().get() > time(400)
                && model.view().pointerProperty().get() < time(520));
        assertThat(onFx(() -> texts(scene, ".legend-number"))).doesNotContain("–");

        robot.drag(plot.getMinX() + plot.getWidth() * 0.3, middle)
                .dropTo(plot.getMinX() + plot.getWidth() * 0.6, middle);
        await(() -> model.view().zoomedProperty().get());
        assertThat(onFx(() -> model.view().windowProperty().get().length())).isBetween(150_000L, 400_000L);
        robot.push(KeyCode.BACK_SPACE);
        await(() -> !model.view().zoomedProperty().get());
    }

    @Test
    void a_hidden_screen_draws_nothing_until_it_is_shown_again() {
        Scene scene = open();
        onFx(() -> {
            loaded.view().hidden();
            return true;
        });
        accept();
        assertThat(colours(plot(scene, 0))).doesNotContain(Color.web("#3f78d8"));
        onFx(() -> {
            loaded.view().shown();
            return true;
        });
        settle();
        assertThat(colours(plot(scene, 0))).contains(Color.web("#3f78d8"));
    }

    @Test
    void a_click_in_the_legend_shows_that_series_alone() {
        Scene scene = open();
        accept();
        Node entry = onFx(() -> scene.getRoot().lookupAll(".legend-entry").stream()
                .filter(node -> "4xx".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        robot.clickOn(entry);
        settle();
        assertThat(colours(plot(scene, 0))).contains(Color.web("#c98500")).doesNotContain(Color.web("#3f78d8"));
        robot.clickOn(entry);
        settle();
        assertThat(colours(plot(scene, 0))).contains(Color.web("#3f78d8"));
    }

    private void accept() {
        onFx(() -> {
            model.accept(Frames.shop());
            return true;
        });
        settle();
        settle();
    }

    private static double time(int second) {
        return Frames.START.plusSeconds(second).toEpochMilli();
    }

    private static Node plot(Scene scene, int which) {
        return scene.getRoot().lookupAll(".chart-plot").stream().toList().get(which);
    }

    private static Set<String> texts(Scene scene, String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.toSet());
    }

    private static Set<Color> colours(Node node) {
        WritableImage image = onFx(() -> node.snapshot(null, null));
        int width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight())
                .mapToObj(i -> image.getPixelReader().getColor(i % width, i / width))
                .collect(Collectors.toSet());
    }
}
