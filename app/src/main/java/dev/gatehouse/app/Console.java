package dev.gatehouse.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.chart.ChartExport;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.command.Commands;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.discovery.KnownDiscoveries;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.fault.RunningFaults;
import dev.gatehouse.app.forced.ForcedTargets;
import dev.gatehouse.app.local.EmbeddedEngine;
import dev.gatehouse.app.look.Icon;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.profile.SettingsFile;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.screen.certificates.CertificatesView;
import dev.gatehouse.app.screen.certificates.CertificatesViewModel;
import dev.gatehouse.app.screen.certificates.NativeChooseFiles;
import dev.gatehouse.app.screen.changes.ChangesView;
import dev.gatehouse.app.screen.changes.ChangesViewModel;
import dev.gatehouse.app.screen.events.EventsView;
import dev.gatehouse.app.screen.events.EventsViewModel;
import dev.gatehouse.app.screen.gallery.GalleryView;
import dev.gatehouse.app.screen.gateway.GatewayView;
import dev.gatehouse.app.screen.gateway.GatewayViewModel;
import dev.gatehouse.app.screen.listeners.ListenersView;
import dev.gatehouse.app.screen.listeners.ListenersViewModel;
import dev.gatehouse.app.screen.overview.OverviewView;
import dev.gatehouse.app.screen.overview.OverviewViewModel;
import dev.gatehouse.app.screen.review.CountdownStrip;
import dev.gatehouse.app.screen.review.CountdownViewModel;
import dev.gatehouse.app.screen.review.ReviewView;
import dev.gatehouse.app.screen.review.ReviewViewModel;
import dev.gatehouse.app.screen.routes.RoutesView;
import dev.gatehouse.app.screen.routes.RoutesViewModel;
import dev.gatehouse.app.screen.traffic.TrafficView;
import dev.gatehouse.app.screen.traffic.TrafficViewModel;
import dev.gatehouse.app.screen.upstreams.UpstreamsView;
import dev.gatehouse.app.screen.upstreams.UpstreamsViewModel;
import dev.gatehouse.app.screen.welcome.WelcomeView;
import dev.gatehouse.app.screen.welcome.WelcomeViewModel;
import dev.gatehouse.app.shell.FrameCommands;
import dev.gatehouse.app.shell.FrameView;
import dev.gatehouse.app.shell.Group;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Question;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.shell.ShellModel;
import dev.gatehouse.app.shell.Unexpected;
import dev.gatehouse.app.table.NativeSaveFile;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.Heartbeat;
import dev.gatehouse.app.work.Jobs;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The composition root: makes the parts by hand and joins them. */
public final class Console implements AutoCloseable {
    private final ShellModel model = new ShellModel();
    private final Places places = new Places(Screen.WELCOME);
    private final Ways ways = new Wayfinder(places, seed -> routes().begin(seed), this::edit, this::openReview);
    private final Commands commands = new Commands();
    private final Looks looks;
    private final Current current = new Current();
    private final OverviewViewModel overview;
    private final Jobs jobs;
    private final Tools tools;
    private final TrafficViewModel traffic;
    private final EventsViewModel events;
    private final UpstreamsViewModel upstreams;
    private final ListenersViewModel listeners;
    private final EmbeddedEngine engine;
    private final KnownCertificates known;
    private final CertificatesViewModel certificates;
    private final GatewayViewModel gateway;
    private final DraftSession drafts;
    private final RoutesViewModel routes;
    private final ReviewViewModel review;
    private final ChangesViewModel changes;
    private final CountdownViewModel countdown;
    private final Connections connections;
    private final WelcomeViewModel welcome;
    private final GatewayChoices choices;
    private final Executor ui;
    private final Runnable quit;
    private final Command addGateway = new Command("command.gateway.add", Icon.ADD, null, this::addGateway);
    private final Heartbeat heartbeat;
    private final FrameView frame;
    private final ScreenLoader loader = new ScreenLoader(this::view);
    private boolean unseen;
    private @Nullable Loaded reviewLayer;

    /**
     * A console.
     *
     * @param folder of its own files
     * @param ui where state is changed
     * @param quit ends the program
     */
    public Console(ConsoleFolder folder, Executor ui, Runnable quit) {
        looks = new Looks(
                new SettingsFile(folder),
                Platform.getPreferences().getColorScheme() == ColorScheme.DARK,
                model.notices());
        InstantSource clock = InstantSource.system();
        jobs = new Jobs(ui, clock);
        tools = new Tools(jobs, new NativeSaveFile());
        traffic = new TrafficViewModel(current, ways, jobs, Background.executor(), ui, clock);
        events = new EventsViewModel(current, ways, jobs, ui, clock);
        engine = new EmbeddedEngine(jobs, clock);
        connections = new Connections(folder, jobs, ui, places, current, engine);
        Profiles profiles = new Profiles(folder);
        welcome = new WelcomeViewModel(connections, connections, profiles, Background.executor(), ui);
        current.property().subscribe(connection -> {
            if (connection != null) {
                connection.live().setUnseen(unseen);
            }
        });
        gateway = new GatewayViewModel(current, engine, jobs, clock);
        this.quit = quit;
        drafts = new DraftSession(current, jobs, folder);
        known = new KnownCertificates(current, drafts, jobs, clock);
        certificates = new CertificatesViewModel(current, drafts, known, ways, jobs, clock, Background.executor(), ui);
        overview = new OverviewViewModel(current, ways, jobs, clock);
        ForcedTargets forced = new ForcedTargets(current, jobs);
        KnownDiscoveries discoveries = new KnownDiscoveries(current, jobs, InstantSource.system());
        upstreams = new UpstreamsViewModel(current, drafts, ways, forced, discoveries, Background.executor(), ui);
        listeners = new ListenersViewModel(current, drafts, ways, jobs, Background.executor(), ui);
        RunningFaults faults = new RunningFaults(current, jobs, clock);
        routes = new RoutesViewModel(current, drafts, jobs, ways, faults, Background.executor(), ui);
        review = new ReviewViewModel(drafts, current, jobs, ways);
        changes = new ChangesViewModel(current, drafts, jobs, ways, clock, ui);
        countdown = new CountdownViewModel(drafts, current, jobs, clock);
        Following following = new Following(current, model, clock);
        Marking.join(known, faults, forced, discoveries, model, ways, overview::attend);
        this.ui = ui;
        choices = new GatewayChoices(current, engine, profiles, welcome, places, this::layers);
        frame = new FrameView(model, places, frameCommands(), jobs, clock, loader::load);
        heartbeat = new Heartbeat(ui, () -> {
            if (unseen) {
                return;
            }
            following.tick();
            known.tick();
            faults.tick();
            overview.tick(clock.instant());
            events.tick();
            gateway.tick();
            countdown.tick();
            frame.tick();
        });
        addCommands();
    }

    /** Builds the window's content. FX thread. */
    public Parent open() {
        Loaded loaded = loader.load(Screen.FRAME);
        looks.dress(loaded.root(), frame.navigationClosedProperty());
        frame.strip(new CountdownStrip(countdown));
        model.draftProperty()
                .bind(drafts.changesProperty()
                        .map(count -> count.intValue() == 0 ? "" : Texts.get("frame.draft", count)));
        frame.shown();
        return loaded.root();
    }

    /** Tells whether the window cannot be seen, being minimised: nothing is computed or drawn until it can. */
    public void setUnseen(boolean now) {
        unseen = now;
        frame.setSeen(!now);
        Connection connection = current.get();
        if (connection != null) {
            connection.live().setUnseen(now);
        }
    }

    /** Binds the shortcuts to the window's scene. */
    public void install(Scene scene) {
        commands.install(scene);
    }

    /**
     * Somebody wants to close the window: says what that means for calls in flight, drains the gateway of this process
     * where one runs, and ends the program after.
     */
    public void requestQuit() {
        new Leaving(engine, current, frame.layers(), quit).begin();
    }

    /** Lets go of everything; a gateway of this process that still runs is drained, at most ten seconds. */
    @Override
    public void close() {
        heartbeat.close();
        drafts.close();
        connections.close();
        engine.close();
        jobs.close();
    }

    private RoutesViewModel routes() {
        return routes;
    }

    private void edit(ObjectKey key, String pointer) {
        switch (key.kind()) {
            case "routes" -> routes.edit(pointer);
            case "upstreams" -> upstreams.edits().edit(pointer);
            case "listeners" -> listeners.edits().edit(pointer);
            case "certificates" -> certificates.edits().edit(pointer);
            default -> {}
        }
    }

    private ScreenView view(Screen screen) {
        return switch (screen) {
            case FRAME -> frame;
            case WELCOME -> new WelcomeView(welcome);
            case OVERVIEW -> overviewView();
            case UPSTREAMS -> new UpstreamsView(upstreams, tools);
            case LISTENERS -> new ListenersView(listeners, tools);
            case CERTIFICATES -> new CertificatesView(certificates, tools, new NativeChooseFiles(), this::layers);
            case TRAFFIC -> new TrafficView(traffic, tools, this::ask);
            case EVENTS -> new EventsView(events);
            case GATEWAY -> new GatewayView(gateway);
            case ROUTES -> new RoutesView(routes, tools, this::layers);
            case CHANGES -> new ChangesView(changes, tools, frame::layers);
            case REVIEW -> new ReviewView(review, known::surroundings, frame.layers()::close);
            case GALLERY -> new GalleryView();
        };
    }

    /** Says that the console itself failed. FX thread. */
    public void failed(Throwable fault) {
        frame.show(Unexpected.of(fault));
    }

    private Layers layers() {
        return frame.layers();
    }

    private void openPalette() {
        Connection now = current.get();
        frame.openPalette(commands, now == null ? List.of() : GatewaySources.of(now, ways), ui);
    }

    private void openGateways() {
        frame.openGateways(choices.all(), List.of(addGateway));
    }

    private void addGateway() {
        welcome.add();
        places.open(Screen.WELCOME);
    }

    private OverviewView overviewView() {
        return new OverviewView(overview, new ChartExport(new NativeSaveFile(), jobs, overview::failed), commands::add);
    }

    private FrameCommands frameCommands() {
        Command navigation = commands.add(
                new Command("command.navigation", Icon.SIDEBAR, "Shortcut+B", () -> frame.toggleNavigation()));
        Command palette = commands.add(new Command("command.find", Icon.SEARCH, "Shortcut+K", this::openPalette));
        Command gateways =
                commands.add(new Command("command.gateways", Icon.CONNECT, "Shortcut+G", this::openGateways));
        commands.add(addGateway);
        Command notices = commands.add(new Command("command.notices", Icon.BELL, null, () -> frame.openNotices()));
        Command theme = commands.add(looks.theme());
        Command look = commands.add(new Command(
                "command.review",
                Icon.CHANGES,
                "Shortcut+Enter",
                drafts.changesProperty().greaterThan(0),
                this::openReview));
        commands.add(new Command("command.undo", Icon.UNDO, "Shortcut+Z", drafts.canUndoProperty(), drafts::undo));
        commands.add(
                new Command("command.redo", Icon.FORWARD, "Shortcut+Shift+Z", drafts.canRedoProperty(), drafts::redo));
        return new FrameCommands(navigation, palette, gateways, look, List.of(notices, theme));
    }

    private void addCommands() {
        commands.add(new Command("command.back", Icon.BACK, "Alt+Left", places.canGoBackProperty(), places::back));
        commands.add(new Command(
                "command.forward", Icon.FORWARD, "Alt+Right", places.canGoForwardProperty(), places::forward));
        int number = 1;
        for (Group group : Group.values()) {
            for (Screen screen : Screen.values()) {
                if (screen.group() == group) {
                    String keys = number <= 9 ? "Shortcut+" + number : null;
                    commands.add(new Command(screen.title(), screen.icon(), keys, () -> places.open(screen)));
                    number++;
                }
            }
        }
        commands.add(new Command("command.pane.next", Icon.SIDEBAR, "F6", () -> frame.movePane(1)));
        commands.add(new Command("command.pane.previous", Icon.SIDEBAR, "Shift+F6", () -> frame.movePane(-1)));
        commands.add(new Command("command.work", Icon.REFRESH, null, () -> frame.toggleWork()));
        commands.add(new Command(
                "command.new-route", Icon.ADD, null, () -> ways.newRoute(JsonNodeFactory.instance.objectNode())));
        commands.add(new Command("command.import-certificate", Icon.CERTIFICATE, null, this::importCertificate));
        commands.add(new Command("command.changes", Icon.CHANGES, null, () -> places.open(Screen.CHANGES)));
        commands.add(new Command("command.gallery", Icon.PALETTE, null, () -> places.open(Screen.GALLERY)));
        looks.sizes().forEach(commands::add);
        commands.add(new Command("command.quit", Icon.CLOSE, "Shortcut+Q", this::requestQuit));
    }

    private void ask(String title, String words, String no, String yes, Runnable action) {
        Question question = new Question(title, words, no, yes);
        question.onNo(frame.layers()::close);
        question.onYes(() -> {
            frame.layers().close();
            action.run();
        });
        frame.layers().dialog(question);
        question.focus();
    }

    private void importCertificate() {
        places.open(Screen.CERTIFICATES);
        certificates.importing().set(true);
    }

    private void openReview() {
        Loaded layer = reviewLayer;
        if (layer == null) {
            layer = loader.load(Screen.REVIEW);
            reviewLayer = layer;
        }
        frame.layers().dialog((Region) layer.root(), layer.view()::hidden);
        layer.view().shown();
    }
}
