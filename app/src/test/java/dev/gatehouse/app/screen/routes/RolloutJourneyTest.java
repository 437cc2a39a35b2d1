package dev.gatehouse.app.screen.routes;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.DemoTest;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.UiThread;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RolloutJourneyTest extends DemoTest {
    private static final ObjectKey PRODUCT = new ObjectKey("routes", "product");

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private RoutesViewModel routes;

    @SuppressWarnings("NullAway.Init") // made before each test
    private RunningFaults faults;

    @BeforeEach
    void followFaults() {
        onFx(() -> {
            faults = new RunningFaults(current, jobs, InstantSource.system());
            return true;
        });
    }

    @Test
    void a_rollout_goes_on_by_a_move_and_back_by_undo() throws Exception {
        Scene scene = open(1232, 820);
        sketch(scene, "rollout");
        assertThat(onFx(() -> texts(scene)))
                .contains("Of 100 requests, about 90 go to catalog and 10 to catalog-next.");
        fire(scene, "Shift 10 % more to catalog-next");
        await(() -> texts(scene).contains("Of 100 requests, about 80 go to catalog and 20 to catalog-next."));
        fire(scene, "All to catalog-next");
        await(() -> texts(scene).contains("All requests go to catalog-next."));
        sketch(scene, "rollout-all");
        fire(scene, "Keep only catalog-next");
        await(() -> named(scene, "Send a part to") != null);
        assertThat(onFx(() -> Objects.requireNonNull(draft().object(PRODUCT)).path("forward")))
                .isEqualTo(RealGateway.yaml("{upstream: catalog-next, path: '/products/{id}'}"));
        sketch(scene, "rollout-one");
        onFx(() -> {
            draft().undo();
            draft().undo();
            draft().undo();
            return true;
        });
        await(() -> draft().changes().isEmpty());
        assertThat(onFx(() -> texts(scene))).contains("90\u00a0%", "10\u00a0%");
    }

    @Test
    void a_canary_is_added_and_its_header_is_the_next_thing_to_type() throws Exception {
        Scene scene = open(1232, 820);
        onFx(() -> {
            MenuButton menu = (MenuButton) Objects.requireNonNull(named(scene, "Add canary"));
            menu.getItems().getFirst().fire();
            return true;
        });
        await(() -> texts(scene).stream().anyMatch(text -> text.startsWith("header x-canary is yes → ")));
        await(() -> scene.getFocusOwner() != null
                && String.valueOf(scene.getFocusOwner().getAccessibleText()).contains("Headers"));
        set("/forward/sticky", "{by: cookie, maxAge: 1h}");
        await(() -> texts(scene).contains("A client stays with its part for 1h, by the cookie gatehouse-share."));
        onFx(() -> {
            MenuButton menu = (MenuButton) Objects.requireNonNull(named(scene, "Mirror"));
            menu.getItems().stream()
                    .filter(item -> "10 % to orders".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        await(() -> texts(scene).contains("orders gets a copy of 10 % of requests; its answers are thrown away."));
        await(() -> scene.lookup(".branch") != null);
        sketch(scene, "rollout-canary");
        set("/match/headers", "{x-canary: 'no'}");
        await(() -> texts(scene).contains("It can never hold: the route takes only requests with x-canary: no."));
        sketch(scene, "rollout-doubt");
    }

    @Test
    void weights_that_sum_to_nothing_and_an_upstream_that_is_not_there_are_told_where_they_stand() throws Exception {
        Scene scene = open(816, 600);
        sketch(scene, "rollout-small");
        set("/forward/split", "[{upstream: catalog, weight: 0}, {upstream: catalgo, weight: 0}]");
        await(() -> texts(scene).contains("no such upstream"));
        assertThat(onFx(() -> texts(scene)))
                .contains("Every weight is 0, so no part takes requests. Give one of them a weight above 0.");
        await(() -> Objects.requireNonNull(scene.lookup("#stop-forward"))
                .getPseudoClassStates()
                .toString()
                .contains("problem"));
        sketch(scene, "rollout-problem");
    }

    @Test
    void a_fault_is_injected_with_its_end_in_view_and_ended_before() throws Exception {
        Scene scene = open(1232, 820);
        await(() -> named(scene, "Inject a fault…") != null);
        fire(scene, "Inject a fault…");
        await(() -> scene.lookup("#fault-inject") != null);
        TextField delay = (TextField) scene.getRoot().lookupAll(".dialog-form .text-field").stream()
                .findFirst()
                .orElseThrow();
        onFx(() -> {
            delay.setText("200ms");
            return true;
        });
        sketch(scene, "fault-dialog");
        onFx(() -> {
            ((Button) Objects.requireNonNull(scene.lookup("#fault-inject"))).fire();
            return true;
        });
        await(() -> scene.lookup("#fault-inject") == null && faultTexts(scene).size() == 2);
        assertThat(onFx(() -> faultTexts(scene).getFirst()))
                .isEqualTo("A fault is injected: 503 after 200ms for 10\u00a0%");
        sketch(scene, "fault");
        onFx(() -> {
            routes.list();
            return true;
        });
        await(() -> routes.rows().shown().stream()
                .anyMatch(row -> row.name().equals("product") && row.state().equals("Fault injected")));
        settle();
        sketch(scene, "fault-list");
        onFx(() -> {
            routes.go("product");
            Objects.requireNonNull(routes.designerProperty().get()).choose("forward");
            return true;
        });
        await(() -> scene.lookup(".faults .button") != null);
        onFx(() -> {
            ((Button) Objects.requireNonNull(scene.lookup(".faults .button"))).fire();
            return true;
        });
        await(() -> faults.of("product").isEmpty());
    }

    private static List<String> faultTexts(Scene scene) {
        return scene.getRoot().lookupAll(".faults .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private void set(String pointer, String yaml) {
        JsonNode value = RealGateway.yaml(yaml);
        onFx(() -> {
            draft().apply(Edit.set(PRODUCT, pointer, value, "Change " + pointer));
            return true;
        });
    }

    private Scene open(int width, int height) throws Exception {
        Scene scene = show(
                () -> {
                    routes = new RoutesViewModel(
                            current, session, jobs, ways, faults, Background.executor(), UiThread.executor());
                    Tools tools = new Tools(jobs, (near, name) -> null);
                    ModalPane modal = new ModalPane();
                    Layers layers = Layers.in(modal);
                    Loaded loaded =
                            new ScreenLoader(any -> new RoutesView(routes, tools, () -> layers)).load(Screen.ROUTES);
                    loaded.view().shown();
                    return new StackPane(loaded.root(), modal);
                },
                width,
                height);
        patiently(
                () -> session.draft() != null && !session.schemaProperty().get().isMissingNode());
        onFx(() -> {
            routes.go("product");
            Objects.requireNonNull(routes.designerProperty().get()).choose("forward");
            return true;
        });
        await(() -> scene.lookup(".rollout") != null);
        settle();
        return scene;
    }

    private Draft draft() {
        return Objects.requireNonNull(session.draft());
    }

    private static List<String> texts(Scene scene) {
        return scene.getRoot().lookupAll(".rollout .label").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static @Nullable Node named(Scene scene, String name) {
        return scene.getRoot().lookupAll(".rollout *").stream()
                .filter(node -> node instanceof Labeled labeled && name.equals(labeled.getText()))
                .findFirst()
                .orElse(null);
    }

    private static void fire(Scene scene, String name) {
        await(() -> named(scene, name) instanceof Button);
        onFx(() -> {
            ((Button) Objects.requireNonNull(named(scene, name))).fire();
            return true;
        });
        settle();
    }
}
