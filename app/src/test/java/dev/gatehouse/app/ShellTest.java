package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.screen.gallery.GalleryView;
import dev.gatehouse.app.shell.FrameCommands;
import dev.gatehouse.app.shell.FrameView;
import dev.gatehouse.app.shell.GatewayChoice;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Notice;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.shell.ShellModel;
import dev.gatehouse.app.shell.Unexpected;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The frame by itself: drawer, notices, panes, faults. */
class ShellTest extends UiTest {
    private final ShellModel model = new ShellModel();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final CountDownLatch never = new CountDownLatch(1);

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private FrameView frame;

    private Scene open(int width, int height) {
        Scene scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    Command none = new Command("command.find", Icon.SEARCH, "Shortcut+K", () -> {});
                    FrameCommands commands = new FrameCommands(none, none, none, none, List.of(none));
                    ScreenLoader loader =
                            new ScreenLoader(screen -> screen == Screen.FRAME ? frame : new GalleryView());
                    frame = new FrameView(
                            model, new Places(Screen.GALLERY), commands, jobs, InstantSource.system(), loader::load);
                    Loaded loaded = loader.load(Screen.FRAME);
                    loaded.root().getStyleClass().addAll("scale-100", "normal");
                    model.gatewayProperty().set("Shop");
                    frame.shown();
                    return loaded.root();
                },
                width,
                height);
        settle();
        return scene;
    }

    @AfterEach
    void stopWork() {
        jobs.close();
    }

    @Test
    void work_shows_itself_and_can_be_stopped_from_the_drawer() {
        Scene scene = open(WIDTH, HEIGHT);
        Job<Boolean> job = onFx(() -> jobs.start("Reading the last 6 h", told -> {
            told.doing("page 3");
            told.done(0.4);
            never.await();
            return true;
        }));
        await(() -> scene.lookup("#working").isVisible());
        assertThat(onFx(() -> ((Button) scene.lookup("#working")).getText())).isEqualTo("Reading the last 6 h");
        onFx(() -> {
            frame.toggleWork();
            return true;
        });
        await(() -> scene.lookup("#workDrawer").isVisible());
        await(() -> scene.getRoot().lookupAll("#workDrawer .t-help").stream()
                .anyMatch(node -> ((Label) node).getText().endsWith("page 3")));
        Pictures.takeBoth(scene, "work");
        robot.clickOn(onFx(() -> scene.lookup("#workDrawer .button")));
        await(() -> job.stateProperty().get() == Job.State.CANCELLED);
        await(() -> scene.getRoot().lookupAll("#workDrawer .t-help").stream()
                .anyMatch(node -> ((Label) node).getText().equals("Cancelled")));
    }

    @Test
    void a_fault_of_the_console_is_told_with_a_code_and_can_be_copied() {
        Scene scene = open(WIDTH, HEIGHT);
        Unexpected fault = Unexpected.of(new IllegalStateException("the cat is on the keyboard"));
        assertThat(fault.code()).matches("GH-[0-9A-F]{6}");
        onFx(() -> {
            frame.show(fault);
            frame.show(Unexpected.of(new IllegalStateException("another")));
            return true;
        });
        settle();
        take(scene, "fault");
        robot.clickOn("Copy details");
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .startsWith(fault.code())
                .contains("the cat is on the keyboard");
        robot.push(KeyCode.ESCAPE);
        await(() -> scene.lookup(".fault-details") == null);
    }

    @Test
    void at_most_three_notices_stand_and_problems_stay() {
        Scene scene = open(WIDTH, HEIGHT);
        onFx(() -> {
            model.notices().add(Notice.of(Status.BAD, "The gateway could not start."));
            for (int i = 1; i <= 4; i++) {
                model.notices().add(Notice.of(Status.GOOD, "Revision " + i + " was applied"));
            }
            return true;
        });
        settle();
        assertThat(onFx(() -> words(scene, "#notices .label")))
                .containsExactly("The gateway could not start.", "Revision 3 was applied", "Revision 4 was applied");
        assertThat(model.notices()).hasSize(5);
        Pictures.takeBoth(scene, "notices");
    }

    @Test
    void f6_moves_from_pane_to_pane_and_comes_back_to_where_it_was() {
        Scene scene = open(WIDTH, HEIGHT);
        Node second = onFx(() -> scene.getRoot().lookupAll("#navigation .navigation-entry").stream()
                .skip(1)
                .findFirst()
                .orElseThrow());
        onFx(() -> {
            second.requestFocus();
            frame.movePane(1);
            return true;
        });
        assertThat(onFx(() -> isIn(scene.getFocusOwner(), scene.lookup("#content"))))
                .isTrue();
        onFx(() -> {
            frame.movePane(-1);
            return true;
        });
        assertThat(onFx(scene::getFocusOwner)).isEqualTo(second);
    }

    @Test
    void sketches_of_the_list_of_gateways() {
        Scene scene = open(1024, 700);
        onFx(() -> {
            frame.openGateways(
                    List.of(
                            choice("Embedded", "In this program", Status.OFF, "Not running", false),
                            choice("Shop", "gateway.example.com:8001", Status.GOOD, "On show", true),
                            choice("Test bench", "10.0.0.8:8001", Status.OFF, "Saved", false)),
                    List.of(new Command("command.gateway.add", Icon.ADD, null, () -> {})));
            return true;
        });
        take(scene, "gateways-small");
        robot.push(KeyCode.DOWN);
        assertThat(onFx(() -> scene.getFocusOwner().getAccessibleText())).isEqualTo("Test bench, Saved");
    }

    private static GatewayChoice choice(String name, String detail, Status status, String words, boolean onShow) {
        return new GatewayChoice(name, detail, status, words, onShow, () -> {}, () -> {}, () -> {});
    }

    private static boolean isIn(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(Scene scene, String selector) {
        return scene.getRoot().lookupAll(selector).stream()
                .map(node -> ((Label) node).getText())
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private static void take(Scene scene, String name) {
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
}
