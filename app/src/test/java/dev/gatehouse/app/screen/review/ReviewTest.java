package dev.gatehouse.app.screen.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Surroundings;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review as a person uses it, on a real gateway. */
class ReviewTest extends UiTest {
    private static final ObjectKey HELLO = new ObjectKey("routes", "hello");
    private static final ObjectKey PRODUCTS = new ObjectKey("routes", "products");
    private static final ObjectKey CATALOG = new ObjectKey("upstreams", "catalog");

    @TempDir
    Path folder;

    private final NotedWays ways = new NotedWays();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private DraftSession session;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private ReviewViewModel model;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private Scene scene;

    @BeforeEach
    void start() {
        gateway = new RealGateway(folder, UiThread.executor());
        session = onFx(gateway::session);
        model = onFx(() -> new ReviewViewModel(session, gateway.current(), gateway.jobs(), ways));
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
    void changes_are_chosen_explained_and_applied_and_the_rest_stays() {
        connect(Environment.NONE);
        edit(Edit.set(
                PRODUCTS,
                "/forward",
                RealGateway.yaml("{split: [{upstream: catalog, weight: 95}, {upstream: catalog-next, weight: 5}]}"),
                "Try catalog-next"));
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("good morning"), "Change the answer"));
        edit(Edit.set(CATALOG, "/timeouts/response", TextNode.valueOf("5s"), "Shorten the time-out"));
        open();
        await(() -> apply().isDisabled() == false);
        assertThat(texts()).contains("GET /shop/products now answers from catalog-next for 5 % of calls.");
        pictures("review-full");

        robot.push(KeyCode.DOWN).push(KeyCode.SPACE);
        await(() -> model.items().stream()
                .anyMatch(item -> item.change().key().equals(HELLO)
                        && !item.chosenProperty().get()));
        robot.clickOn("#message").write("Five in a hundred");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> !model.doneProperty().get().isEmpty());
        settle();
        assertThat(onFx(() -> draft().changes().size())).isEqualTo(1);
        assertThat(gateway.get("/hello")).isEqualTo("200 hello");
        assertThat(gateway.active().at("/routes/products/forward/split")).hasSize(2);
        pictures("review-applied");
        robot.clickOn("#show");
        assertThat(ways.opened()).contains("revision 3");
    }

    @Test
    void what_the_gateway_cannot_serve_is_shown_at_its_object_and_leads_there() {
        connect(Environment.NONE);
        edit(Edit.set(PRODUCTS, "/forward/upstream", TextNode.valueOf("catalgo"), "Change the upstream"));
        edit(Edit.create(
                new ObjectKey("routes", "search"),
                (ObjectNode)
                        RealGateway.yaml("{match: {path: /shop/search, methods: [GET]}, forward: {upstream: catalog}}"),
                "New route"));
        open();
        await(() -> !model.items().getFirst().remarksProperty().get().isEmpty());
        settle();
        assertThat(onFx(() -> apply().isDisabled())).isTrue();
        assertThat(texts()).anyMatch(text -> text.contains("Did you mean 'catalog'?"));
        pictures("review-problem");
        robot.clickOn("forward › upstream");
        assertThat(ways.opened()).contains("field routes/products /forward/upstream");
    }

    @Test
    void nothing_is_applied_while_the_gateway_is_lost_and_the_button_tells_why() {
        connect(Environment.NONE);
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("good morning"), "Change the answer"));
        open();
        await(() -> model.whyProperty().get().isEmpty() && !apply().isDisabled());
        gateway.halt();
        await(() -> !model.lost().getValue().isEmpty());
        settle();
        assertThat(onFx(() -> apply().isDisabled())).isFalse();
        assertThat(onFx(() -> apply().getTooltip().getText())).startsWith("The connection to the gateway is lost.");
        assertThat(onFx(() -> model.whyProperty().get()))
                .isEqualTo(onFx(() -> apply().getTooltip().getText()));
        onFx(() -> {
            apply().fire();
            return true;
        });
        assertThat(onFx(() -> model.applyingProperty().get())).isEmpty();
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("good evening"), "Change it again"));
        assertThat(onFx(() -> draft().changes())).hasSize(1);
    }

    @Test
    void conflicts_with_a_newer_revision_are_decided_first() {
        connect(Environment.NONE);
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("mine"), "Change the answer"));
        gateway.put(RealGateway.SHOP.replace("body: hello", "body: theirs"));
        await(() -> session.mergeProperty().get() != null);
        open();
        pictures("review-merge");
        robot.clickOn((RadioButton) onFx(() -> scene.getRoot().lookupAll(".radio-button").stream()
                .filter(node -> ((RadioButton) node).getText().contains("mine"))
                .findFirst()
                .orElseThrow()));
        robot.clickOn("#merge");
        await(() -> session.mergeProperty().get() == null && !apply().isDisabled());
        robot.clickOn("#apply");
        await(() -> draft().changes().isEmpty());
        assertThat(gateway.get("/hello")).isEqualTo("200 mine");
    }

    @Test
    void a_second_writer_refuses_the_apply_and_the_next_one_serves_the_changes_of_both() {
        connect(Environment.NONE);
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("mine"), "Change the answer"));
        open();
        await(() -> !apply().isDisabled());
        // Without live frames the console cannot know of the other's revision before it is refused.
        onFx(() -> {
            Objects.requireNonNull(gateway.current().get()).live().close();
            return true;
        });
        gateway.put(RealGateway.SHOP
                .replace("{match: {path: /hello", "{title: Theirs, match: {path: /hello")
                .replace("/shop/products", "/shop/goods"));
        robot.clickOn("#apply");
        await(() -> draft().baseRevision() == 3 && !apply().isDisabled());
        settle();
        assertThat(texts()).anyMatch(text -> text.startsWith("Somebody applied another revision meanwhile"));
        assertThat(gateway.get("/hello")).isEqualTo("200 hello");
        pictures("review-stale");
        robot.clickOn("#apply");
        await(() -> draft().changes().isEmpty());
        assertThat(gateway.get("/hello")).isEqualTo("200 mine");
        assertThat(gateway.active().at("/routes/hello/title").asText()).isEqualTo("Theirs");
        assertThat(gateway.get("/shop/products")).startsWith("404 ");
        assertThat(gateway.get("/shop/goods")).doesNotStartWith("404 ");
    }

    @Test
    void in_production_the_name_is_typed_and_a_trial_can_be_taken_back_from_the_strip() {
        connect(Environment.PRODUCTION);
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("tried"), "Change the answer"));
        open();
        settle();
        assertThat(onFx(() -> apply().isDisabled())).isTrue();
        onFx(() -> {
            ComboBox<?> fate = (ComboBox<?>) scene.lookup("#fate");
            fate.getSelectionModel().select(3);
            return true;
        });
        robot.clickOn("#name").write("Shop");
        await(() -> !apply().isDisabled());
        pictures("review-production");
        robot.clickOn("#apply");
        await(() -> session.provisionalProperty().get() != null);
        settle();
        assertThat(gateway.get("/hello")).isEqualTo("200 tried");
        await(() -> {
            assertThat(gateway.get("/hello")).isEqualTo("200 tried");
            return texts().stream()
                    .anyMatch(text -> text.matches("Errors .* before, 0.*% now · p95 .* before, [0-9].*s now"));
        });
        pictures("review-trial");
        robot.clickOn("Go back now");
        await(() -> session.provisionalProperty().get() == null);
        open();
        assertThat(onFx(() -> ((ComboBox<?>) scene.lookup("#fate"))
                        .getSelectionModel()
                        .getSelectedIndex()))
                .as("a trial's time is remembered")
                .isEqualTo(3);
        assertThat(gateway.get("/hello")).isEqualTo("200 hello");
    }

    @Test
    void a_draft_with_nothing_in_it_says_what_belongs_here() {
        connect(Environment.NONE);
        open();
        settle();
        assertThat(texts()).anyMatch(text -> text.startsWith("Nothing is edited."));
        pictures("review-empty");
    }

    private void connect(Environment environment) {
        onFx(() -> {
            gateway.show("Shop", environment);
            return true;
        });
        await(() -> session.draft() != null);
    }

    private void open() {
        scene = show(() -> {
            Theme.LIGHT.apply();
            CountdownViewModel countdown =
                    new CountdownViewModel(session, gateway.current(), gateway.jobs(), InstantSource.system());
            Loaded loaded = new ScreenLoader(screen -> new ReviewView(model, () -> Surroundings.UNKNOWN, () -> {}))
                    .load(Screen.REVIEW);
            loaded.root().getStyleClass().addAll("layer", "dialog");
            ((VBox) loaded.root()).setMaxHeight(VBox.USE_PREF_SIZE);
            StackPane middle = new StackPane(loaded.root());
            VBox.setVgrow(middle, Priority.ALWAYS);
            VBox window = new VBox(new CountdownStrip(countdown), middle);
            loaded.view().shown();
            return window;
        });
        settle();
    }

    private Draft draft() {
        return Objects.requireNonNull(session.draft());
    }

    private void edit(Edit edit) {
        onFx(() -> {
            draft().apply(edit);
            return true;
        });
    }

    private Button apply() {
        return (Button) scene.lookup("#apply");
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
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        onFx(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }
}
