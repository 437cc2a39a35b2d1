package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.form.ChoicePart;
import dev.gatehouse.app.form.FormView;
import dev.gatehouse.app.form.GroupPart;
import dev.gatehouse.app.form.Part;
import dev.gatehouse.app.form.YamlPane;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.table.RememberedSplit;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A route in the designer: its path at the left, the form of the chosen stop in the middle, text, test and calls right. */
final class DesignerPane extends VBox {
    /** Below this width, in letters' heights, the side is closed until somebody opens it. */
    private static final double NARROW = 84;

    private final Designer designer;
    private final StopColumn stops;
    private final FormView form;
    private final YamlPane yaml;
    private final SidePane side;
    private final SplitPane split = new SplitPane();
    private final RememberedSplit places;
    private final ScrollPane path;
    private final VBox middle;
    private boolean wide = true;

    DesignerPane(Designer designer, RoutesViewModel model, Supplier<Layers> layers) {
        this.designer = designer;
        form = new FormView(designer.form());
        yaml = new YamlPane(designer.yaml());
        stops = new StopColumn(designer, this::edit);
        side = new SidePane(designer, yaml);
        path = new ScrollPane(stops);
        path.setFitToWidth(true);
        path.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        path.getStyleClass().addAll("form-scroll", "stops-scroll");
        SplitPane.setResizableWithParent(path, false);
        VBox.setVgrow(form, Priority.ALWAYS);
        middle = new VBox(new FaultPane(designer), new RolloutPane(designer, layers), form, new CallersPane(designer));
        split.getStyleClass().add("designer-split");
        places = new RememberedSplit(split, "routes.designer", model.memoryProperty());
        VBox.setVgrow(split, Priority.ALWAYS);
        getStyleClass().add("surface");
        // Its width is the window's to give: by the least width of three columns it would never see that two must do.
        setMinWidth(0);
        getChildren().addAll(new DesignerHead(designer, model, side.openProperty()), split, new DesignerFoot(designer));
        designer.chosenProperty().subscribe(id -> show());
        designer.aim().follow(pointer -> form.focus(designer.form().at(pointer)));
        form.chosenProperty().subscribe(yaml::mark);
        yaml.chosenProperty().subscribe(this::follow);
        side.openProperty().subscribe(open -> arrange());
        widthProperty().addListener((property, before, now) -> widen(now.doubleValue()));
        form.onLetter(() -> widen(getWidth()));
        // A split that is not laid out yet would share its first width out by itself.
        split.widthProperty().addListener((property, before, now) -> {
            if (before.doubleValue() <= 0) {
                divide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F8) {
                nextProblem();
                event.consume();
            }
        });
    }

    void focus() {
        stops.focus();
    }

    /** Goes to the first problem, wherever it stands. */
    void nextProblem() {
        designer.form().commit();
        List<Part> wrong = designer.form().withProblems();
        if (!wrong.isEmpty() && wrong.stream().noneMatch(form::shows)) {
            designer.chooseField(wrong.getFirst().pointer());
        }
        form.nextProblem();
    }

    private void show() {
        Stop stop = designer.chosen();
        // An object or a choice has a title of its own.
        boolean titled =
                stop.parts().getFirst() instanceof ChoicePart || stop.parts().getFirst() instanceof GroupPart;
        form.show(titled ? "" : stop.title(), stop.help(), stop.parts());
    }

    private void edit() {
        form.focus(designer.chosen().parts().getFirst());
    }

    /** The caret moved in the text: its field shows in the form, without taking the focus. */
    private void follow(String pointer) {
        if (!pointer.isEmpty()) {
            designer.chooseField(pointer);
            yaml.mark(pointer);
        }
        form.mark(pointer);
    }

    private void widen(double width) {
        if (width <= 0) {
            return;
        }
        boolean now = width >= NARROW * form.letter();
        if (now != wide) {
            wide = now;
            split.getStyleClass().remove("tight");
            if (!now) {
                split.getStyleClass().add("tight");
            }
            side.openProperty().set(now);
        }
        arrange();
    }

    private void arrange() {
        // Places of dividers are parts of a width, so there are none before there is one.
        if (getWidth() <= 0) {
            return;
        }
        boolean open = side.openProperty().get();
        List<Node> items = open ? List.of(path, middle, side) : List.of(path, middle);
        if (!split.getItems().equals(items)) {
            split.getItems().setAll(items);
            divide();
        }
    }

    /** As a person left it; else the path as wide as its stops, the side wide enough for a route's lines, the form has the rest. */
    private void divide() {
        if (places.restore()) {
            return;
        }
        double left = 26 * form.letter() / getWidth();
        if (side.openProperty().get()) {
            split.setDividerPositions(left, Math.max(left + 0.35, 1 - 30 * form.letter() / getWidth()));
        } else {
            split.setDividerPositions(left);
        }
    }
}
