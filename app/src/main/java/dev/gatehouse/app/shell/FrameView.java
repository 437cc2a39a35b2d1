package dev.gatehouse.app.shell;

import atlantafx.base.controls.ModalPane;
import dev.gatehouse.app.command.Command;
import dev.gatehouse.app.command.CommandButtons;
import dev.gatehouse.app.command.Commands;
import dev.gatehouse.app.look.Room;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusChip;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.ScreenView;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The frame around all screens. */
public final class FrameView implements ScreenView {
    private final ShellModel model;
    private final Places places;
    private final FrameCommands commands;
    private final ObservableList<Job<?>> jobs;
    private final InstantSource clock;
    private final WorkList work;
    private final Function<Screen, Loaded> screens;
    private final Map<Screen, Loaded> loaded = new EnumMap<>(Screen.class);

    @FXML
    private StackPane root;

    @FXML
    private Region band;

    @FXML
    private HBox barLeft;

    @FXML
    private HBox barRight;

    @FXML
    private Button gateway;

    @FXML
    private Label environment;

    @FXML
    private StatusChip standing;

    @FXML
    private Button find;

    @FXML
    private Label findKeys;

    @FXML
    private HBox banner;

    @FXML
    private Label bannerWords;

    @FXML
    private Button reconnect;

    @FXML
    private VBox strips;

    @FXML
    private VBox navigation;

    @FXML
    private StackPane content;

    @FXML
    private HBox statusBar;

    @FXML
    private Label traffic;

    @FXML
    private Button concern;

    @FXML
    private Label place;

    @FXML
    private HBox droppedBox;

    @FXML
    private Label dropped;

    @FXML
    private VBox notices;

    @FXML
    private ModalPane modal;

    @FXML
    private HBox topBar;

    @FXML
    private Button working;

    @FXML
    private VBox workDrawer;

    private Layers layers;
    private Navigation entries;
    private WorkDrawer drawer;
    private Panes panes;
    private boolean seen = true;
    /** What a beat moves; nothing before there is a frame. */
    private Runnable beat = () -> {};

    /**
     * A frame.
     *
     * @param screens loads a screen when it is first opened
     */
    @SuppressWarnings("NullAway.Init") // made in initialize, when the nodes are there
    public FrameView(
            ShellModel model,
            Places places,
            FrameCommands commands,
            Jobs jobs,
            InstantSource clock,
            Function<Screen, Loaded> screens) {
        this.model = model;
        this.places = places;
        this.commands = commands;
        this.jobs = jobs.all();
        this.clock = clock;
        this.screens = screens;
        work = new WorkList(this.jobs, clock);
    }

    @FXML
    private void initialize() {
        layers = new Layers(modal);
        entries = new Navigation(navigation, places, model.marks());
        new NoticeBoard(notices, model.notices());
        drawer = new WorkDrawer(work, jobs, clock, workDrawer, working);
        beat = drawer::tick;
        panes = new Panes(content, List.of(statusBar, topBar, navigation));
        ObservableValue<Boolean> connected = model.gatewayProperty().map(name -> !name.isEmpty());
        show(navigation, connected);
        show(statusBar, connected);
        show(gateway, connected);
        show(standing, connected);
        fillTopBar();
        fillStatusBar();
        places.currentProperty().addListener((property, before, now) -> open(before, now));
        Room.narrow(root).subscribe(narrow -> {
            mark(root, "narrow", narrow);
            entries.setNarrow(narrow);
        });
    }

    /** Shows the place where the console is; called once the view-models are ready. */
    @Override
    public void shown() {
        open(null, places.currentProperty().get());
    }

    /** The layers above the content. */
    public Layers layers() {
        return layers;
    }

    /** Puts a line under the top bar of all screens; it hides itself while it has nothing to say. */
    public void strip(Node line) {
        strips.getChildren().add(line);
    }

    /** Whether the navigation shows icons only where there is room for more. */
    public BooleanProperty navigationClosedProperty() {
        return entries.closedProperty();
    }

    /** Opens the navigation, or leaves only its icons. */
    public void toggleNavigation() {
        entries.toggle();
    }

    /** Opens the palette over the commands that are possible now, and what the sources find. */
    public void openPalette(Commands all, List<PaletteSource> sources, Executor ui) {
        List<PaletteEntry> offered = all.all().stream()
                .filter(command -> !command.equals(commands.palette())
                        && command.possible().get())
                .map(command -> new PaletteEntry(
                        command.icon(), command.title(), "", CommandButtons.display(command.shortcut()), command::run))
                .toList();
        Palette palette = new Palette(new PaletteSearch(offered, sources, ui), layers::close);
        layers.palette(palette);
        palette.focus();
    }

    /** Opens the list of gateways under the chip. */
    public void openGateways(List<GatewayChoice> choices, List<Command> more) {
        GatewayMenu menu = new GatewayMenu(
                choices, more.stream().map(CommandButtons::button).toList(), layers::close);
        layers.menu(menu);
        menu.focus();
    }

    /** Says that the console itself failed; while one fault is on show, further ones do not cover it. */
    public void show(Unexpected fault) {
        if (root.lookup(".fault-details") == null) {
            UnexpectedDialog dialog = new UnexpectedDialog(fault, layers::close);
            layers.dialog(dialog);
            dialog.focus();
        }
    }

    /** Tells the time, once a second. */
    public void tick() {
        beat.run();
    }

    /** Opens the drawer of what runs, or closes it. */
    public void toggleWork() {
        drawer.toggle();
    }

    /** Moves the focus to the next pane, or by -1 to the one before. */
    public void movePane(int by) {
        if (!layers.isOpen()) {
            panes.move(by);
        }
    }

    /** Opens the list of notices. */
    public void openNotices() {
        layers.sheet(NoticeBoard.list(model.notices()));
    }

    private void fillTopBar() {
        Button toggle = CommandButtons.icon(commands.navigation());
        show(toggle, model.gatewayProperty().map(name -> !name.isEmpty()));
        barLeft.getChildren().addFirst(toggle);
        draft();
        for (Command command : commands.right()) {
            barRight.getChildren().add(CommandButtons.icon(command));
        }
        gateway.textProperty().bind(model.gatewayProperty());
        gateway.setOnAction(event -> commands.gateways().run());
        environment.textProperty().bind(model.environmentProperty().map(FrameView::word));
        show(environment, model.environmentProperty().map(kind -> kind != Environment.NONE));
        model.standingProperty().subscribe(now -> {
            standing.statusProperty().set(now.status());
            standing.wordProperty().set(now.words());
        });
        model.environmentProperty().subscribe((before, now) -> {
            mark(band, before.styleClass(), false);
            mark(band, now.styleClass(), true);
        });
        find.setOnAction(event -> commands.palette().run());
        find.setAccessibleText(commands.palette().title());
        findKeys.setText(CommandButtons.display(commands.palette().shortcut()));
        show(banner, model.lostProperty().map(lost -> true).orElse(false));
        model.lostProperty().subscribe(lost -> {
            dim();
            if (lost != null) {
                bannerWords.setText(lost.words());
                reconnect.setOnAction(event -> lost.reconnect().run());
            }
        });
    }

    /** What is edited and not applied stands there only when there is something. */
    private void draft() {
        StatusChip chip = new StatusChip(Status.ATTENTION, "");
        chip.wordProperty().bind(model.draftProperty());
        Button review = CommandButtons.button(commands.review());
        ObservableValue<Boolean> any = model.draftProperty().map(words -> !words.isEmpty());
        show(chip, any);
        show(review, any);
        barRight.getChildren().addAll(chip, review);
    }

    private void fillStatusBar() {
        traffic.textProperty().bind(model.trafficProperty());
        place.textProperty().bind(model.placeProperty());
        dropped.textProperty().bind(model.droppedProperty());
        show(concern, model.concernProperty().map(any -> true).orElse(false));
        StatusMark mark = new StatusMark(Status.ATTENTION);
        concern.setGraphic(mark);
        model.concernProperty().subscribe(now -> {
            if (now != null) {
                mark.setStatus(now.status());
                concern.setText(now.words());
                concern.setTooltip(new Tip(now.words()));
                concern.setOnAction(event -> now.open().run());
            }
        });
        show(droppedBox, model.droppedProperty().map(words -> !words.isEmpty()));
    }

    /** Says whether anybody can see the window; what nobody sees draws nothing. */
    public void setSeen(boolean now) {
        if (now != seen) {
            seen = now;
            Loaded screen = loaded.get(places.currentProperty().get().screen());
            if (screen != null && now) {
                screen.view().shown();
            } else if (screen != null) {
                screen.view().hidden();
            }
        }
    }

    private void open(@Nullable Place before, Place now) {
        dim();
        Loaded screen = loaded.computeIfAbsent(now.screen(), screens);
        if (before != null && before.screen() == now.screen()) {
            screen.view().go(now.selection(), now.filter());
            return;
        }
        if (before != null && loaded.containsKey(before.screen())) {
            loaded.get(before.screen()).view().hidden();
        }
        content.getChildren().setAll(screen.root());
        screen.view().go(now.selection(), now.filter());
        if (seen) {
            screen.view().shown();
        }
    }

    /** What came from a lost gateway is old, but not the screen that switches it on again. */
    private void dim() {
        boolean lost = model.lostProperty().get() != null;
        mark(content, "dimmed", lost && places.currentProperty().get().screen() != Screen.GATEWAY);
        mark(traffic, "dimmed", lost);
        mark(place, "dimmed", lost);
    }

    private static String word(Environment environment) {
        return switch (environment) {
            case NONE -> "";
            case DEVELOPMENT -> Texts.get("environment.development");
            case TEST -> Texts.get("environment.test");
            case PRODUCTION -> Texts.get("environment.production");
        };
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static void mark(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }
}
