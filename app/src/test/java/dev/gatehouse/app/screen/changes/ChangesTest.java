package dev.gatehouse.app.screen.changes;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history as a person uses it, on a real gateway. */
class ChangesTest extends UiTest {
    @TempDir
    Path folder;

    private final NotedWays ways = new NotedWays();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private DraftSession session;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private ChangesViewModel model;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private Scene scene;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private Loaded loaded;

    @BeforeEach
    void start() {
        gateway = new RealGateway(folder, UiThread.executor());
        session = onFx(gateway::session);
        model = onFx(() -> new ChangesViewModel(
                gateway.current(), session, gateway.jobs(), ways, InstantSource.system(), UiThread.executor()));
    }

    @AfterEach
    void stop() {
        onFx(() -> {
            gateway.current().show(null);
            return true;
        });
        gateway.close();
    }

    @Test
    void a_revision_says_what_it_changed_and_restoring_it_makes_all_as_before() {
        edits();
        open(WIDTH, HEIGHT);
        await(() -> texts().contains("Revision 4"));
        await(() -> shows("1 upstream, 1 route"));
        assertThat(texts()).contains("GET /shop/products now answers from catalog-next for 5 % of calls.");
        pictures("changes-full");
        robot.clickOn(row("2"));
        await(() -> texts().contains("Revision 2"));
        robot.clickOn("#restore");
        settle();
        pictures("changes-question");
        robot.clickOn("Leave it").clickOn("#restore").clickOn(".danger");
        await(() -> gateway.active()
                .at("/routes/hello/forward/respond/body")
                .asText()
                .equals("hello"));
        assertThat(gateway.active().at("/routes/products/forward/upstream").asText())
                .isEqualTo("catalog");
        await(() -> !model.doneProperty().get().isEmpty() && model.numbers().contains(5));
        assertThat(gateway.get("/hello")).isEqualTo("200 hello");
    }

    @Test
    void any_two_revisions_are_compared_and_single_objects_are_restored_or_put_into_the_draft() {
        edits();
        open(1024, 700);
        await(() -> texts().contains("Revision 4"));
        onFx(() -> {
            model.compareWith(2);
            return true;
        });
        await(() -> texts().contains("hello")
                && Objects.requireNonNull(model.comparisonProperty().get()).older() == 2);
        pictures("changes-narrow");
        onFx(() -> {
            model.choose(3);
            return true;
        });
        await(() -> Objects.requireNonNull(model.comparisonProperty().get()).newer() == 3);
        onFx(() -> {
            loaded.view().go("2", "");
            return true;
        });
        await(() -> Objects.requireNonNull(model.comparisonProperty().get()).newer() == 2);
        await(() -> texts().contains("Revision 2"));
        await(() -> session.draft() != null);
        onFx(() -> {
            model.draft(2, List.of(new ObjectKey("routes", "hello")));
            return true;
        });
        assertThat(ways.opened()).contains("review");
        assertThat(onFx(() -> Objects.requireNonNull(session.draft())
                        .tree()
                        .at("/routes/hello/forward/respond/body")
                        .asText()))
                .isEqualTo("hello");
        assertThat(onFx(() -> Objects.requireNonNull(session.draft()).changes().size()))
                .isEqualTo(1);
        onFx(() -> {
            model.restore(2, List.of(new ObjectKey("routes", "products")));
            return true;
        });
        await(() -> gateway.active().at("/routes/products/forward").has("upstream"));
        assertThat(gateway.get("/hello")).isEqualTo("200 good morning");
    }

    @Test
    void a_revision_that_somebody_else_applies_appears_by_itself() {
        open(WIDTH, HEIGHT);
        await(() -> model.numbers().contains(2));
        await(() -> Objects.requireNonNull(gateway.current().get()).live().latest() != null);
        gateway.put(RealGateway.SHOP.replace("body: hello", "body: theirs"));
        await(() -> model.numbers().contains(3));
    }

    @Test
    void a_gateway_that_does_not_answer_says_so_and_can_be_asked_again() {
        open(WIDTH, HEIGHT);
        await(() -> texts().contains("Revision 2"));
        gateway.halt();
        onFx(() -> {
            model.load();
            return true;
        });
        await(() -> !model.problemProperty().get().isEmpty());
        settle();
        Pictures.takeBoth(scene, "changes-problem");
        assertThat(onFx(() -> scene.lookup("#again").isVisible())).isTrue();
    }

    @Test
    void two_chosen_revisions_are_compared_with_each_other_by_keyboard_too() {
        edits();
        open(WIDTH, HEIGHT);
        await(() -> texts().contains("Revision 4"));
        onFx(() -> {
            ((TableView<?>) scene.lookup(".table-view")).requestFocus();
            return true;
        });
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        await(() -> texts().contains("3 chosen"));
        assertThat(texts()).contains("Choose two to compare them.");
        robot.press(KeyCode.SHIFT).push(KeyCode.UP).release(KeyCode.SHIFT);
        await(() -> texts().contains("2 chosen"));
        await(() -> comparison(3, 4));
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).push(KeyCode.DOWN).release(KeyCode.SHIFT);
        await(() -> comparison(2, 3));
        Pictures.takeBoth(scene, "changes-two");
        robot.push(KeyCode.ESCAPE);
        await(() -> !scene.lookup(".bulk-bar").isVisible()
                && scene.lookup("#header").isVisible());
    }

    private boolean comparison(int older, int newer) {
        Comparison now = model.comparisonProperty().get();
        return now != null && now.older() == older && now.newer() == newer;
    }

    @Test
    void before_anything_is_read_it_says_what_belongs_here() {
        scene = show(this::build);
        settle();
        Pictures.takeBoth(scene, "changes-empty");
        assertThat(texts()).anyMatch(text -> text.startsWith("Every change that is applied"));
    }

    @Test
    void the_keyboard_goes_through_the_revisions() {
        edits();
        open(WIDTH, HEIGHT);
        await(() -> texts().contains("Revision 4"));
        onFx(() -> {
            ((TableView<?>) scene.lookup(".table-view")).requestFocus();
            return true;
        });
        robot.push(KeyCode.DOWN);
        await(() -> texts().contains("Revision 3"));
    }

    private void edits() {
        String morning = RealGateway.SHOP.replace("body: hello", "body: good morning");
        gateway.put(morning);
        gateway.put(morning.replace(
                        "forward: {upstream: catalog}",
                        "forward: {split: [{upstream: catalog, weight: 95}, {upstream: catalog-next, weight: 5}]}")
                .replace(
                        "catalog: {targets: [{address: \"127.0.0.1:9\"}]}",
                        "catalog: {targets: [{address: \"127.0.0.1:9\"}], timeouts: {response: 5s}}"));
    }

    private void open(int width, int height) {
        onFx(() -> {
            gateway.show("Shop", Environment.NONE);
            return true;
        });
        scene = show(this::build, width, height);
        settle();
    }

    private StackPane build() {
        Theme.LIGHT.apply();
        ModalPane modal = new ModalPane();
        Layers layers = Layers.in(modal);
        Tools tools = new Tools(gateway.jobs(), (near, name) -> folder.resolve(name));
        loaded = new ScreenLoader(screen -> new ChangesView(model, tools, () -> layers)).load(Screen.CHANGES);
        loaded.view().shown();
        return new StackPane(loaded.root(), modal);
    }

    private Node row(String number) {
        return onFx(() -> scene.getRoot().lookupAll(".table-cell").stream()
                .filter(node -> node instanceof Labeled cell && number.equals(cell.getText()))
                .findFirst()
                .orElseThrow());
    }

    private boolean shows(String words) {
        return scene.getRoot().lookupAll(".table-cell").stream()
                .anyMatch(node -> node instanceof Labeled cell && words.equals(cell.getText()));
    }

    private List<String> texts() {
        return onFx(() -> scene.getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label)
                .map(node -> ((Label) node).getText())
                .toList());
    }

    private void pictures(String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            Pictures.sketch(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        onFx(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }
}
