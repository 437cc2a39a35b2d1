package dev.gatehouse.app.screen.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.UiThread;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest extends UiTest {
    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(UiThread.executor(), InstantSource.system());
    private final EventsViewModel model = new EventsViewModel(
            new Current(), ways, jobs, UiThread.executor(), InstantSource.fixed(SomeEvents.NOON.plusSeconds(7000)));

    @AfterEach
    void stop() {
        jobs.close();
    }

    private Scene open(int width, int height) {
        AtomicReference<Loaded> loaded = new AtomicReference<>();
        Scene scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    loaded.set(new ScreenLoader(screen -> new EventsView(model)).load(Screen.EVENTS));
                    return Objects.requireNonNull(loaded.get()).root();
                },
                width,
                height);
        onFx(() -> {
            Objects.requireNonNull(loaded.get()).view().shown();
            return true;
        });
        settle();
        return scene;
    }

    private void accept(List<GatewayEvent> events) {
        onFx(() -> {
            model.feed().linked(new Link.Open());
            model.feed().accept(events);
            return true;
        });
        settle();
    }

    private static ListView<?> list(Scene scene) {
        return (ListView<?>) Objects.requireNonNull(scene.lookup(".event-lines"));
    }

    private static boolean shows(Scene scene, String words) {
        return onFx(() -> scene.getRoot().lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().equals(words)
                        && visible(node)));
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    @Test
    void the_keyboard_goes_from_line_to_line_opens_repeats_copies_and_leads_on() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(SomeEvents.aDay());
        await(() -> list(scene).isFocused());
        robot.push(KeyCode.DOWN);
        await(() -> model.event().seenProperty().get() != null);
        assertThat(shows(scene, "What it means, what to do")).isTrue();
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString()))
                .contains("Target 127.0.0.1:9101 of upstream orders takes no requests");
        robot.push(KeyCode.ENTER);
        assertThat(ways.opened()).containsExactly("upstream orders");
        // Past the beginning of the hour before, to the newest of what came again and again.
        for (int i = 0; i < 20 && !onFx(this::folded); i++) {
            robot.push(KeyCode.DOWN);
        }
        assertThat(onFx(this::folded)).isTrue();
        int before = onFx(() -> list(scene).getItems().size());
        robot.push(KeyCode.RIGHT);
        assertThat(onFx(() -> list(scene).getItems().size())).isGreaterThan(before);
        assertThat(onFx(this::folded)).as("it stays chosen").isTrue();
        robot.push(KeyCode.LEFT);
        assertThat(onFx(() -> list(scene).getItems().size())).isEqualTo(before);
        robot.push(KeyCode.ESCAPE);
        await(() -> model.event().seenProperty().get() == null);
    }

    private boolean folded() {
        EventModel.Seen seen = model.event().seenProperty().get();
        return seen != null && seen.events().size() > 1;
    }

    @Test
    void what_is_chosen_stays_chosen_while_events_come() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(SomeEvents.aDay());
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        await(() -> model.event().seenProperty().get() != null);
        long id = onFx(() -> Objects.requireNonNull(model.event().seenProperty().get())
                .event()
                .id());
        Object chosen = onFx(() -> list(scene).getSelectionModel().getSelectedItem());
        accept(List.of(SomeEvents.revision(6600, 43), SomeEvents.certificate(6601)));
        assertThat(onFx(() -> list(scene).getSelectionModel().getSelectedItem()))
                .isEqualTo(chosen);
        assertThat(onFx(() -> Objects.requireNonNull(
                                model.event().seenProperty().get())
                        .event()
                        .id()))
                .isEqualTo(id);
    }

    @Test
    void a_drag_over_the_bars_narrows_the_time_and_escape_widens_it() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(SomeEvents.aDay());
        Region strip = (Region) Objects.requireNonNull(scene.lookup("#strip"));
        double third = onFx(() -> strip.getWidth() / 3);
        robot.moveTo(strip).drag().moveBy(third / 2, 0).drop();
        await(() -> model.filters().rangeProperty().get() != null);
        assertThat(onFx(() -> Objects.requireNonNull(scene.lookup("#range")).isVisible()))
                .isTrue();
        assertThat(onFx(() -> model.countProperty().get())).endsWith("of 34");
        robot.push(KeyCode.ESCAPE);
        await(() -> model.filters().rangeProperty().get() == null);
        robot.push(KeyCode.HOME).push(KeyCode.ENTER);
        await(() -> model.countProperty().get().equals("2 of 34"));
        sketch(scene, "events-narrowed");
    }

    @Test
    void nothing_matching_offers_the_way_back() {
        Scene scene = open(WIDTH, HEIGHT);
        accept(SomeEvents.aDay());
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("nowhere");
        await(() -> shows(scene, "No event matches."));
        sketch(scene, "events-filtered");
        robot.clickOn("Clear filters");
        await(() -> !shows(scene, "No event matches."));
    }

    @Test
    void sketches() {
        Scene scene = open(WIDTH, HEIGHT);
        onFx(() -> {
            model.feed().linked(new Link.Open());
            return true;
        });
        settle();
        sketch(scene, "events-empty");
        accept(SomeEvents.aDay());
        sketch(scene, "events-full");
        onFx(() -> {
            model.toggle(model.lines().stream()
                    .filter(line -> line instanceof Line.Row row && row.folds())
                    .map(Line.Row.class::cast)
                    .findFirst()
                    .orElseThrow());
            return true;
        });
        robot.push(KeyCode.DOWN);
        settle();
        sketch(scene, "events-detail");
        Scene small = open(816, 600);
        robot.push(KeyCode.DOWN);
        settle();
        sketch(small, "events-small-detail");
        robot.push(KeyCode.ESCAPE);
        settle();
        sketch(small, "events-small");
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
}
