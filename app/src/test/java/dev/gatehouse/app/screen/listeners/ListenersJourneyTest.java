package dev.gatehouse.app.screen.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.DemoTest;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.UiThread;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class ListenersJourneyTest extends DemoTest {
    @SuppressWarnings("NullAway.Init") // the test opens it first
    private ListenersViewModel listeners;

    @Test
    void listeners_say_where_they_are_really_bound_and_a_copy_is_not() throws Exception {
        Scene scene = show(() -> {
            listeners =
                    new ListenersViewModel(current, session, ways, jobs, Background.executor(), UiThread.executor());
            return new ScreenLoader(any -> new ListenersView(listeners, new Tools(jobs, (near, name) -> null)))
                    .load(Screen.LISTENERS)
                    .root();
        });
        patiently(() -> listeners.rows().shown().stream().anyMatch(row -> row.status() == Status.GOOD));
        int port = gateway.listeners().values().iterator().next().getPort();
        ListenerRow row = onFx(() -> listeners.rows().shown().getFirst());
        assertThat(row.bound()).endsWith(":" + port);
        String copy = onFx(() -> listeners.edits().duplicate(row.name()));
        patiently(() -> listeners.rows().shown().size() == 2);
        assertThat(onFx(() -> listeners.rows().shown().getLast()))
                .satisfies(added -> assertThat(added.bound()).isEmpty())
                .satisfies(added -> assertThat(added.name()).isEqualTo(copy))
                .satisfies(added -> assertThat(added.change()).isEqualTo("New"));
        onFx(() -> {
            listeners.choose(row.name());
            return true;
        });
        settle();
        Pictures.takeBoth(scene, "listeners");
    }
}
