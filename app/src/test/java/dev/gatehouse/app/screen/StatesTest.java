package dev.gatehouse.app.screen;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.discovery.KnownDiscoveries;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.forced.ForcedTargets;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.certificates.CertificatesView;
import dev.gatehouse.app.screen.certificates.CertificatesViewModel;
import dev.gatehouse.app.screen.listeners.ListenersView;
import dev.gatehouse.app.screen.listeners.ListenersViewModel;
import dev.gatehouse.app.screen.routes.RoutesView;
import dev.gatehouse.app.screen.routes.RoutesViewModel;
import dev.gatehouse.app.screen.upstreams.UpstreamsView;
import dev.gatehouse.app.screen.upstreams.UpstreamsViewModel;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screens of configured objects where there is nothing, and where nothing could be read. */
class StatesTest extends UiTest {
    @TempDir
    Path folder;

    private static final List<Screen> SCREENS =
            List.of(Screen.ROUTES, Screen.UPSTREAMS, Screen.LISTENERS, Screen.CERTIFICATES);

    private final NotedWays ways = new NotedWays();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private DraftSession session;

    @BeforeEach
    void start() {
        gateway = new RealGateway(folder, UiThread.executor());
        session = onFx(gateway::session);
    }

    @AfterEach
    void stop() {
        onFx(() -> {
            gateway.current().show(null);
            session.close();
            return true;
        });
        gateway.close();
    }

    @Test
    void a_gateway_without_any_object_says_what_belongs_there() {
        gateway.put("gatehouse: 1");
        for (Screen screen : SCREENS) {
            Scene scene = open(screen);
            connect();
            await(() -> visible(scene, ".empty-state"));
            assertThat(onFx(() -> visible(scene, ".banner"))).isFalse();
            Pictures.takeBoth(scene, name(screen) + "-empty");
        }
    }

    @Test
    void a_configuration_that_cannot_be_read_is_a_problem_and_not_an_empty_one() {
        gateway.halt();
        for (Screen screen : SCREENS) {
            Scene scene = open(screen);
            connect();
            await(() -> visible(scene, ".banner"));
            settle();
            assertThat(onFx(() -> visible(scene, ".empty-state"))).isFalse();
            Pictures.takeBoth(scene, name(screen) + "-problem");
        }
    }

    private void connect() {
        onFx(() -> {
            gateway.show("Shop", Environment.NONE);
            return true;
        });
    }

    private Scene open(Screen screen) {
        return show(() -> {
            Theme.LIGHT.apply();
            gateway.current().show(null);
            Supplier<ScreenView> made = () -> view(screen);
            Loaded loaded = new ScreenLoader(any -> made.get()).load(screen);
            loaded.view().shown();
            return loaded.root();
        });
    }

    private ScreenView view(Screen screen) {
        Tools tools = new Tools(gateway.jobs(), (near, name) -> null);
        return switch (screen) {
            case ROUTES ->
                new RoutesView(
                        new RoutesViewModel(
                                gateway.current(),
                                session,
                                gateway.jobs(),
                                ways,
                                new RunningFaults(gateway.current(), gateway.jobs(), InstantSource.system()),
                                Background.executor(),
                                UiThread.executor()),
                        tools,
                        () -> Layers.in(new ModalPane()));
            case UPSTREAMS ->
                new UpstreamsView(
                        new UpstreamsViewModel(
                                gateway.current(),
                                session,
                                ways,
                                new ForcedTargets(gateway.current(), gateway.jobs()),
                                new KnownDiscoveries(gateway.current(), gateway.jobs(), InstantSource.system()),
                                Background.executor(),
                                UiThread.executor()),
                        tools);
            case CERTIFICATES ->
                new CertificatesView(
                        new CertificatesViewModel(
                                gateway.current(),
                                session,
                                new KnownCertificates(
                                        gateway.current(), session, gateway.jobs(), InstantSource.system()),
                                ways,
                                gateway.jobs(),
                                InstantSource.system(),
                                Background.executor(),
                                UiThread.executor()),
                        tools,
                        near -> List.of(),
                        () -> Layers.in(new ModalPane()));
            default ->
                new ListenersView(
                        new ListenersViewModel(
                                gateway.current(),
                                session,
                                ways,
                                gateway.jobs(),
                                Background.executor(),
                                UiThread.executor()),
                        tools);
        };
    }

    private static String name(Screen screen) {
        return screen.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static boolean visible(Scene scene, String selector) {
        Node node = scene.lookup(selector);
        return node != null && node.isVisible();
    }
}
