package dev.gatehouse.app.screen.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Events screen over a real gateway. */
class EventsJourneyTest extends UiTest {
    @TempDir
    Path folder;

    private final NotedWays ways = new NotedWays();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private EventsViewModel model;

    @BeforeEach
    void start() {
        gateway = new RealGateway(folder, UiThread.executor());
        model = onFx(() -> new EventsViewModel(
                gateway.current(), ways, gateway.jobs(), UiThread.executor(), InstantSource.system()));
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
    void a_target_dies_and_its_event_leads_to_the_upstream() throws Exception {
        Scene scene = open();
        await(() -> happened("revision-applied"));
        for (int i = 0; i < 3; i++) {
            assertThat(gateway.get("/shop/products")).startsWith("502 ");
        }
        await(() -> happened("target-down") && link(scene) != null);
        onFx(() -> {
            Objects.requireNonNull(link(scene)).fire();
            return true;
        });
        assertThat(ways.opened()).containsExactly("upstream catalog");
        onFx(() -> {
            model.go("", "revision:2");
            model.choose(model.lines().stream()
                    .filter(Line.Row.class::isInstance)
                    .findFirst()
                    .orElseThrow());
            return true;
        });
        await(() -> model.event().revisionProperty().get() != null);
        assertThat(onFx(() -> Objects.requireNonNull(
                                model.event().revisionProperty().get())
                        .message()))
                .isEqualTo("By another hand");

        JsonNode kinds = gateway.other().get("/openapi.json").at("/components/schemas/Event/properties/kind/enum");
        assertThat(StreamSupport.stream(kinds.spliterator(), false).map(JsonNode::asText))
                .isNotEmpty()
                .as("kinds that have words here")
                .allMatch(kind -> EventKind.of(kind) != null);
    }

    private boolean happened(String kind) {
        return model.lines().stream()
                .anyMatch(line ->
                        line instanceof Line.Row row && row.event().kind().equals(kind));
    }

    private static @Nullable Hyperlink link(Scene scene) {
        return (Hyperlink) scene.getRoot().lookupAll(".event-object").stream()
                .filter(node ->
                        node instanceof Hyperlink link && "Target 127.0.0.1:9 of catalog".equals(link.getText()))
                .findFirst()
                .orElse(null);
    }

    private Scene open() {
        AtomicReference<Loaded> loaded = new AtomicReference<>();
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            loaded.set(new ScreenLoader(any -> new EventsView(model)).load(Screen.EVENTS));
            return Objects.requireNonNull(loaded.get()).root();
        });
        onFx(() -> {
            gateway.show("Shop", Environment.NONE);
            Objects.requireNonNull(loaded.get()).view().shown();
            return true;
        });
        return scene;
    }
}
