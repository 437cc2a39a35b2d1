package dev.gatehouse.app.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiQueue;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.work.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draft against a real gateway, with somebody else at work on it. */
class DraftSessionTest {
    private static final ObjectKey HELLO = new ObjectKey("routes", "hello");
    private static final ObjectKey PRODUCTS = new ObjectKey("routes", "products");

    @TempDir
    Path folder;

    private final UiQueue ui = new UiQueue();
    private final List<Exception> refused = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private DraftSession session;

    @BeforeEach
    void start() {
        gateway = new RealGateway(folder, ui);
        session = ui.ask(gateway::session);
        show();
    }

    @AfterEach
    void stop() {
        ui.run(() -> gateway.current().show(null));
        gateway.close();
        ui.close();
    }

    @Test
    void what_is_applied_is_served_and_what_is_not_chosen_stays_in_the_draft() {
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("changed"), "Change the answer"));
        edit(Edit.set(PRODUCTS, "/priority", RealGateway.yaml("7"), "Raise products"));
        apply(List.of(HELLO), WriteOptions.plain("Another greeting"));
        ui.await(() -> draft().changes().size() == 1);
        assertThat(gateway.get("/hello")).isEqualTo("200 changed");
        assertThat(gateway.active().at("/routes/products").has("priority")).isFalse();
        assertThat(ui.ask(() -> draft().changes().getFirst().key())).isEqualTo(PRODUCTS);
        assertThat(ui.ask(() -> draft().undoNameProperty().get())).isEqualTo("Raise products");
        apply(List.of(PRODUCTS), WriteOptions.plain(""));
        ui.await(() -> draft().changes().isEmpty());
        assertThat(gateway.active().at("/routes/products/priority").asInt()).isEqualTo(7);
        assertThat(ui.ask(() -> draft().isUntouched())).isTrue();
    }

    @Test
    void a_second_writer_is_refused_with_412_then_merged_and_both_changes_are_live() {
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("mine"), "Change the answer"));
        // Without live frames the console cannot know of the other's revision before it is refused.
        ui.run(() -> Objects.requireNonNull(gateway.current().get()).live().close());
        gateway.put(RealGateway.SHOP.replace("/shop/products", "/shop/goods"));
        apply(List.of(HELLO), WriteOptions.plain(""));
        ui.await(() -> !refused.isEmpty());
        assertThat(((AdminFailed) refused.getFirst()).status()).isEqualTo(412);
        ui.await(() -> draft().baseRevision() == 3);
        assertThat(ui.ask(() -> session.mergeProperty().get())).isNull();
        assertThat(ui.ask(() -> draft().changes().size())).isEqualTo(1);
        apply(List.of(HELLO), WriteOptions.plain(""));
        ui.await(() -> draft().changes().isEmpty());
        assertThat(gateway.get("/hello")).isEqualTo("200 mine");
        assertThat(gateway.active().at("/routes/products/match/path").asText()).isEqualTo("/shop/goods");
    }

    @Test
    void a_value_that_both_changed_is_asked_about_as_soon_as_the_newer_revision_shows_in_the_live_frames() {
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("mine"), "Change the answer"));
        gateway.put(RealGateway.SHOP.replace("body: hello", "body: theirs"));
        ui.await(() -> session.mergeProperty().get() != null);
        ui.run(() -> {
            Merge merge = Objects.requireNonNull(session.mergeProperty().get());
            merge.choose(merge.conflicts().getFirst(), Conflict.Choice.MINE);
            session.settle();
        });
        assertThat(ui.ask(() -> session.mergeProperty().get())).isNull();
        apply(List.of(HELLO), WriteOptions.plain(""));
        ui.await(() -> draft().changes().isEmpty());
        assertThat(gateway.get("/hello")).isEqualTo("200 mine");
    }

    @Test
    void a_draft_with_nothing_in_it_follows_the_gateway() {
        gateway.put(RealGateway.SHOP.replace("body: hello", "body: theirs"));
        ui.await(() ->
                draft().tree().at("/routes/hello/forward/respond/body").asText().equals("theirs"));
        assertThat(ui.ask(() -> draft().isUntouched())).isTrue();
    }

    @Test
    void a_draft_comes_back_after_the_console_was_killed() {
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf("before the crash"), "Change the answer"));
        ui.run(() -> draft().hold(PRODUCTS, "match: [", "Not closed.", 1));
        Path file = folder.resolve("console/drafts/test.json");
        // Nothing is closed: the journal alone has written it.
        ui.await(() -> Files.exists(file) && Saves.holds(folder, "before the crash", "match: ["));
        gateway.put(RealGateway.SHOP.replace("/shop/products", "/shop/goods"));
        session = ui.ask(gateway::session);
        ui.await(() -> session.draft() != null && draft().baseRevision() == 3);
        ObjectNode tree = ui.ask(() -> draft().tree().deepCopy());
        assertThat(tree.at("/routes/hello/forward/respond/body").asText()).isEqualTo("before the crash");
        assertThat(tree.at("/routes/products/match/path").asText()).isEqualTo("/shop/goods");
        assertThat(ui.ask(() -> Objects.requireNonNull(draft().held(PRODUCTS)).yaml()))
                .isEqualTo("match: [");
        ui.run(() -> draft().undo());
        assertThat(ui.ask(() -> draft().changes())).isEmpty();
    }

    @Test
    void a_revision_on_trial_is_kept_taken_back_or_goes_back_by_itself() {
        trial("kept", Duration.ofMinutes(5));
        ui.run(session::keep);
        ui.await(() -> session.provisionalProperty().get() == null);
        assertThat(gateway.get("/hello")).isEqualTo("200 kept");

        trial("taken back", Duration.ofMinutes(5));
        assertThat(gateway.get("/hello")).isEqualTo("200 taken back");
        ui.run(session::goBack);
        ui.await(() -> session.provisionalProperty().get() == null);
        assertThat(gateway.get("/hello")).isEqualTo("200 kept");

        trial("left alone", Duration.ofSeconds(1));
        ui.await(() -> session.provisionalProperty().get() == null
                && draft().base()
                        .at("/routes/hello/forward/respond/body")
                        .asText()
                        .equals("kept"));
        assertThat(gateway.get("/hello")).isEqualTo("200 kept");
    }

    private void trial(String body, Duration time) {
        edit(Edit.set(HELLO, "/forward/respond/body", TextNode.valueOf(body), "Change the answer"));
        apply(List.of(HELLO), new WriteOptions("", time, false));
        ui.await(() -> session.provisionalProperty().get() != null);
    }

    private void show() {
        ui.run(() -> gateway.show("Test", Environment.NONE));
        ui.await(() -> session.draft() != null);
    }

    private Draft draft() {
        return Objects.requireNonNull(session.draft());
    }

    private void edit(Edit edit) {
        ui.run(() -> draft().apply(edit));
    }

    private void apply(List<ObjectKey> chosen, WriteOptions options) {
        refused.clear();
        ui.run(() -> {
            Job<Applied> job = Objects.requireNonNull(session.apply(chosen, options));
            job.failed(refused::add);
        });
    }

    /** What the journal holds. */
    private static final class Saves {
        static boolean holds(Path folder, String... texts) {
            Saved saved = new Journal(new ConsoleFolder(folder.resolve("console")), "test").read();
            String all = saved.toString();
            return List.of(texts).stream().allMatch(all::contains);
        }
    }
}
