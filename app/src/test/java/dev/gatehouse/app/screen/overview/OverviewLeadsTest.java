package dev.gatehouse.app.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.chart.ChartExport;
import dev.gatehouse.app.chart.Span;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverviewLeadsTest extends UiTest {
    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final OverviewViewModel model =
            new OverviewViewModel(new Current(), ways, jobs, InstantSource.fixed(Frames.START.plusSeconds(899)));
    private final List<Command> commands = new ArrayList<>();

    @TempDir
    Path folder;

    private Scene open(int width, int height) {
        Scene scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    ChartExport export = new ChartExport((near, name) -> folder.resolve(name), jobs, model::failed);
                    var loaded = new ScreenLoader(screen -> new OverviewView(model, export, commands::add))
                            .load(Screen.OVERVIEW);
                    loaded.view().shown();
                    StackPane content = new StackPane(loaded.root());
                    content.getStyleClass().add(width < 1200 ? "narrow" : "normal");
                    return content;
                },
                width,
                height);
        settle();
        return scene;
    }

    @Test
    void every_tile_leads_to_its_calls() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(Frames.shop());
        for (String tile : List.of("#requests", "#errors", "#latency", "#inFlight", "#targets")) {
            robot.clickOn(onFx(() -> scene.lookup(tile)));
        }
        assertThat(ways.opened())
                .containsExactly(
                        "traffic ",
                        "traffic status>=500",
                        "traffic dur>=53ms",
                        "traffic ",
                        "traffic target:127.0.0.1:9103");
    }

    @Test
    void a_row_leads_to_its_calls_and_what_needs_attention_to_its_upstream() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(Frames.shop());
        robot.clickOn("orders");
        robot.clickOn("catalog");
        robot.clickOn("catalog: 127.0.0.1:9103 is down");
        assertThat(ways.opened())
                .containsExactly("traffic route:orders", "traffic upstream:catalog", "upstream catalog");
        onFx(() -> {
            TableView<?> routes = (TableView<?>) scene.lookup("#routes");
            routes.requestFocus();
            routes.getSelectionModel().select(2);
            return true;
        });
        robot.push(KeyCode.ENTER);
        assertThat(ways.opened()).last().isEqualTo("traffic route:payments");
    }

    @Test
    void the_keyboard_reads_the_chart_out_and_opens_the_second_under_the_crosshair() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(Frames.shop());
        Node pointer = onFx(() -> scene.lookup(".chart-pointer"));
        onFx(() -> {
            pointer.requestFocus();
            return true;
        });
        robot.push(KeyCode.END);
        assertThat(pointed()).isEqualTo(Frames.START.plusSeconds(899));
        robot.push(KeyCode.LEFT);
        robot.push(KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(pointed()).isEqualTo(Frames.START.plusSeconds(888));
        assertThat(onFx(pointer::getAccessibleText))
                .startsWith("Requests a second by status, ")
                .containsPattern(":\\d\\d:48, ")
                .contains("2xx ", "5xx ");
        robot.push(KeyCode.HOME);
        assertThat(pointed()).isEqualTo(Frames.START.plusSeconds(599));
        robot.push(KeyCode.ENTER);
        assertThat(ways.opened()).containsExactly("traffic time>=2026-05-12T10:09:58Z time<2026-05-12T10:09:59Z");
        robot.push(KeyCode.PLUS);
        assertThat(onFx(() -> model.view().windowProperty().get().length())).isEqualTo(150_000);
        robot.push(KeyCode.BACK_SPACE);
        robot.push(KeyCode.ESCAPE);
        assertThat(onFx(() -> model.view().pointerProperty().get())).isNaN();
    }

    @Test
    void a_click_on_a_point_leads_to_its_second_and_one_on_a_flag_to_its_revision() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(Frames.shop());
        LiveFrame last = Frames.good(900, 900);
        accept(List.of(new LiveFrame(last.t(), 43, last.total(), last.routes(), last.upstreams(), 0, null)));
        accept(List.of(
                new LiveFrame(last.t().plusSeconds(60), 43, last.total(), last.routes(), last.upstreams(), 0, null)));
        assertThat(onFx(() -> model.view().markers())).singleElement().satisfies(marker -> {
            assertThat(marker.flag()).isEqualTo("r43");
            assertThat(marker.time()).isEqualTo(last.t().toEpochMilli());
        });
        Node plot = onFx(() -> scene.lookup(".chart-plot"));
        Bounds bounds = onFx(() -> plot.localToScreen(plot.getBoundsInLocal()));
        robot.clickOn(bounds.getMinX() + 56 + (bounds.getWidth() - 68) * 0.8 + 8, bounds.getMinY() + 8);
        assertThat(ways.opened()).containsExactly("revision 43");
        robot.clickOn(bounds.getCenterX(), bounds.getCenterY());
        assertThat(ways.opened()).last().asString().matches("traffic time>=2026-05-12T10:1[0-9:]+Z time<.*");
    }

    @Test
    void charts_are_saved_as_picture_and_as_numbers() throws Exception {
        open(WIDTH, HEIGHT);
        accept(Frames.shop());
        commands.stream()
                .filter(command -> command.key().contains("status"))
                .forEach(command -> onFx(() -> {
                    command.run();
                    return true;
                }));
        await(() -> jobs.all().stream()
                .allMatch(job -> job.stateProperty().get() == dev.gatehouse.app.work.Job.State.DONE));
        assertThat(Files.readAllLines(folder.resolve("requests.csv")))
                .hasSize(301 - 19 + 1)
                .startsWith("time,5xx,4xx,3xx,2xx")
                .element(1)
                .asString()
                .startsWith("2026-05-12T10:09:59Z,");
        assertThat(ImageIO.read(folder.resolve("requests.png").toFile()).getWidth())
                .isGreaterThan(1200);
    }

    @Test
    void other_is_in_the_legend_only_once_there_was_one_and_2xx_comes_first() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(Frames.shop());
        assertThat(legend(scene)).containsExactly("2xx", "3xx", "4xx", "5xx");
        LiveFrame.Numbers total = Frames.good(900, 900).total();
        accept(List.of(Frames.frame(
                901,
                new LiveFrame.Numbers(
                        null, 10, 0, new LiveFrame.ByClass(9, 0, 0, 0, 1), 1, total.p50(), total.p95(), null, null),
                List.of(),
                List.of(),
                0)));
        assertThat(legend(scene)).containsExactly("2xx", "3xx", "4xx", "5xx", "Other");
    }

    @ParameterizedTest
    @ValueSource(ints = {1440, 1060, 1024})
    void sketches(int width) {
        Scene scene = open(width, width == 1440 ? 900 : 700);
        accept(List.of());
        sketch(scene, "overview-empty-" + width);
        if (width == WIDTH) {
            Pictures.takeBoth(scene, "overview-empty");
        }
        accept(Frames.shop());
        LiveFrame last = Frames.good(900, 900);
        accept(List.of(new LiveFrame(last.t(), 43, last.total(), last.routes(), last.upstreams(), 0, null)));
        accept(Frames.shop().subList(700, 730).stream()
                .map(frame -> new LiveFrame(
                        frame.t().plusSeconds(201), 43, frame.total(), frame.routes(), frame.upstreams(), 0, null))
                .toList());
        onFx(() -> {
            model.view().pointerProperty().set((double)
                    Frames.START.plusSeconds(840).toEpochMilli());
            return true;
        });
        sketch(scene, "overview-full-" + width);
        if (width == WIDTH) {
            span(Span.QUARTER);
            Pictures.takeBoth(scene, "overview-quarter");
            span(Span.MINUTE);
            Pictures.takeBoth(scene, "overview-minute");
            span(Span.FIVE_MINUTES);
        }
        onFx(() -> {
            model.view().pointerProperty().set(Double.NaN);
            model.tick(Frames.START.plusSeconds(990));
            return true;
        });
        sketch(scene, "overview-stale-" + width);
    }

    private void span(Span span) {
        onFx(() -> {
            model.view().spanProperty().set(span);
            return true;
        });
    }

    private static void sketch(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.sketch(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private void accept(List<LiveFrame> frames) {
        onFx(() -> {
            model.accept(frames);
            return true;
        });
        settle();
        settle();
    }

    private Instant pointed() {
        return Instant.ofEpochMilli(
                onFx(() -> (long) model.view().pointerProperty().get()));
    }

    private static List<String> legend(Scene scene) {
        return onFx(() -> scene.lookup(".chart-legend").lookupAll(".legend-entry").stream()
                .filter(Node::isVisible)
                .map(Node::getAccessibleText)
                .toList());
    }
}
