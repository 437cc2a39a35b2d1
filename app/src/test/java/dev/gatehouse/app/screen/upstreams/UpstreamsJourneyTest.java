package dev.gatehouse.app.screen.upstreams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.DemoTest;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.discovery.KnownDiscoveries;
import dev.gatehouse.app.forced.ForcedTargets;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamsJourneyTest extends DemoTest {
    @SuppressWarnings("NullAway.Init") // each test opens it first
    private UpstreamsViewModel upstreams;

    @SuppressWarnings("NullAway.Init") // made with it
    private KnownDiscoveries discoveries;

    @TempDir
    private Path files;

    @Test
    void a_target_is_drained_in_the_draft_and_taken_back() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        patiently(() -> upstreams.rows().shown().stream()
                .anyMatch(row -> row.status() == Status.GOOD && row.pace().rate() > 0));
        settle();
        Pictures.takeBoth(scene, "upstreams");
        String name = onFx(() -> upstreams.rows().shown().stream()
                .filter(row -> row.pace().rate() > 0)
                .findFirst()
                .orElseThrow()
                .name());
        onFx(() -> {
            upstreams.choose(name);
            return true;
        });
        patiently(() -> upstreams.samples().size() > 3);
        robot.clickOn(onFx(() -> Objects.requireNonNull(button(scene, "Drain"))));
        await(() -> Objects.requireNonNull(session.draft()).changes().size() == 1);
        assertThat(onFx(() -> Objects.requireNonNull(session.draft())
                        .tree()
                        .at("/upstreams/" + name + "/targets/0/weight")
                        .asInt(1)))
                .isZero();
        assertThat(onFx(() -> Objects.requireNonNull(session.draft())
                        .undoNameProperty()
                        .get()))
                .startsWith("Drain ")
                .endsWith(" of " + name);
        settle();
        sketch(scene, "upstreams-drain");
        await(() -> button(scene, "Undrain") != null);
        robot.clickOn(onFx(() -> Objects.requireNonNull(button(scene, "Undrain"))));
        await(() -> Objects.requireNonNull(session.draft()).changes().isEmpty());
        onFx(() -> {
            String copy = upstreams.edits().duplicate(name);
            upstreams.edits().delete(name);
            return copy;
        });
        patiently(() ->
                upstreams.rows().shown().stream().anyMatch(row -> row.change().equals("Deleted")));
        settle();
        sketch(scene, "upstreams-changed");
    }

    @Test
    void a_target_is_forced_out_at_once_and_released() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        patiently(() -> upstreams.rows().shown().stream()
                .anyMatch(row -> row.status() == Status.GOOD && row.targets().size() > 1));
        String name = onFx(() -> upstreams.rows().shown().stream()
                .filter(row -> row.status() == Status.GOOD && row.targets().size() > 1)
                .findFirst()
                .orElseThrow()
                .name());
        onFx(() -> {
            upstreams.choose(name);
            return true;
        });
        await(() ->
                scene.getRoot().lookupAll(".target-line .menu-button").stream().anyMatch(Node::isVisible));
        MenuButton menu = onFx(() -> (MenuButton) scene.getRoot().lookupAll(".target-line .menu-button").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
        onFx(() -> {
            menu.getItems().stream()
                    .filter(item -> "Take down, for 10 min".equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        patiently(() -> target(name).state().equals("Forced down"));
        assertThat(onFx(() -> row(name).state())).isEqualTo("Forced");
        assertThat(onFx(() -> labels(scene))).anyMatch(text -> text.startsWith("By admin · 9 min "));
        assertThat(onFx(() -> Objects.requireNonNull(session.draft()).changes()))
                .as("it is no part of the draft")
                .isEmpty();
        settle();
        sketch(scene, "upstreams-forced");
        robot.clickOn(onFx(() -> Objects.requireNonNull(button(scene, "Release"))));
        patiently(() -> target(name).forced() == null);
        assertThat(onFx(() -> target(name).state())).isNotEqualTo("Forced down");
    }

    @Test
    void found_targets_stand_apart_with_when_they_were_found_and_a_failure_is_told() throws Exception {
        Path list = Files.writeString(files.resolve("found.yaml"), """
            - {address: "127.0.0.1:9101", weight: 2}
            - {address: "127.0.0.1:9102"}
            """);
        Scene scene = open(WIDTH, HEIGHT);
        await(() -> session.draft() != null);
        apply("""
            {targets: [{address: "127.0.0.1:9103"}], discovery: {file: '%s', interval: 100ms}}
            """.formatted(list));
        patiently(() -> upstreams.rows().shown().stream()
                .anyMatch(row -> row.name().equals("finding") && row.found().size() == 2));
        onFx(() -> {
            upstreams.choose("finding");
            return true;
        });
        patiently(() -> said(scene).stream().anyMatch(text -> text.startsWith("2 targets · last good answer ")));
        assertThat(onFx(() -> said(scene))).contains("file " + list, "Found targets", "Configured targets");
        settle();
        sketch(scene, "upstreams-found");
        Files.writeString(list, "- {adress: 1}");
        patiently(() -> row("finding").state().equals("Discovery fails"));
        assertThat(onFx(() -> said(scene)))
                .anyMatch(text ->
                        text.startsWith("The last look failed: ") && text.endsWith(". What was found before stays."));
        assertThat(onFx(() -> discoveries.notable().getFirst().words())).startsWith("finding cannot find its targets");
        assertThat(onFx(() -> row("finding").found())).hasSize(2);
        settle();
        sketch(scene, "upstreams-found-problem");
        onFx(() -> {
            upstreams.edits().aim().at("/discovery");
            return true;
        });
        await(() -> scene.lookup(".form-content") != null);
        settle();
        sketch(scene, "upstreams-found-form");
    }

    /** Puts an upstream beside those of the demo and has the console read it. */
    private void apply(String upstream) throws Exception {
        Configurations configurations =
                new Configurations(Objects.requireNonNull(current.get()).client());
        ObjectNode tree = Objects.requireNonNull(session.draft()).base().deepCopy();
        tree.withObject("/upstreams").set("finding", RealGateway.yaml(upstream));
        configurations.put(tree, "*", WriteOptions.plain("A file of targets"));
        onFx(() -> {
            session.reload();
            return true;
        });
    }

    private static List<String> said(Scene scene) {
        return scene.getRoot().lookupAll(".detail-body .label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private UpstreamRow row(String name) {
        return upstreams.rows().shown().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private TargetRow target(String name) {
        return row(name).targets().getFirst();
    }

    private static List<String> labels(Scene scene) {
        return scene.getRoot().lookupAll(".target-line .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void a_new_upstream_is_named_and_set_by_the_form_of_the_schema() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        patiently(() -> button(scene, "New upstream") != null
                && session.draft() != null
                && !session.schemaProperty().get().isMissingNode());
        onFx(() -> {
            Objects.requireNonNull(button(scene, "New upstream")).fire();
            return true;
        });
        await(() -> scene.lookup(".form-content") != null);
        settle();
        sketch(scene, "upstreams-new");
        assertThat(onFx(() -> scene.getRoot().lookupAll(".text-field").stream()
                        .anyMatch(node -> ((TextField) node).getText().equals("127.0.0.1:9000"))))
                .isTrue();
        onFx(() -> upstreams.edits().rename("new-upstream", "billing"));
        assertThat(onFx(() -> upstreams.edits().rename("billing", "Not a name")))
                .isFalse();
        assertThat(onFx(() -> upstreams.edits().names())).contains("billing").doesNotContain("new-upstream");
    }

    @Test
    void sketches_of_the_least_window() throws Exception {
        Scene scene = open(816, 600);
        patiently(() ->
                upstreams.rows().shown().stream().anyMatch(row -> row.pace().rate() > 0));
        sketch(scene, "upstreams-small");
        onFx(() -> {
            upstreams.choose(upstreams.rows().shown().getFirst().name());
            return true;
        });
        settle();
        sketch(scene, "upstreams-small-detail");
    }

    private Scene open(int width, int height) {
        return show(
                () -> {
                    discoveries = new KnownDiscoveries(current, jobs, InstantSource.system());
                    upstreams = new UpstreamsViewModel(
                            current,
                            session,
                            ways,
                            new ForcedTargets(current, jobs),
                            discoveries,
                            Background.executor(),
                            UiThread.executor());
                    Tools tools = new Tools(jobs, (near, name) -> null);
                    Loaded loaded = new ScreenLoader(any -> new UpstreamsView(upstreams, tools)).load(Screen.UPSTREAMS);
                    loaded.view().shown();
                    return loaded.root();
                },
                width,
                height);
    }

    private static @Nullable Button button(Scene scene, String text) {
        return (Button) scene.getRoot().lookupAll(".button").stream()
                .filter(node -> text.equals(((Labeled) node).getText()))
                .findFirst()
                .orElse(null);
    }
}
