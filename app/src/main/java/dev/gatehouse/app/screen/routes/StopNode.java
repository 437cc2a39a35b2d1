package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A stop in the column: its name, what it says of itself, and how it stands. */
final class StopNode extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private final String id;

    StopNode(String id) {
        this.id = id;
        setFocusTraversable(true);
        getStyleClass().add("stop");
        setId("stop-" + id);
    }

    String stop() {
        return id;
    }

    void show(Stop stop) {
        Label title = new Label(stop.title());
        title.getStyleClass().add("t-strong");
        getChildren().setAll(title);
        for (Stop.Line line : stop.lines()) {
            getChildren().add(line(line));
        }
        if (!stop.targets().isEmpty()) {
            HBox targets = new HBox();
            targets.getStyleClass().add("stop-targets");
            for (Stop.Target target : stop.targets()) {
                StatusMark mark = new StatusMark(target.status());
                Tooltip.install(mark, new Tip(target.address()));
                Label port =
                        new Label(target.address().substring(target.address().lastIndexOf(':') + 1), mark);
                port.getStyleClass().addAll("t-mono", "fg-muted");
                targets.getChildren().add(port);
            }
            getChildren().add(targets);
        }
        pseudoClassStateChanged(CHANGED, stop.changed());
        pseudoClassStateChanged(PROBLEM, stop.problem());
        List<String> words = new ArrayList<>(List.of(stop.title()));
        words.addAll(stop.lines().stream().map(Stop.Line::text).toList());
        if (stop.changed()) {
            words.add(Texts.get("routes.state.changed"));
        }
        if (stop.problem()) {
            words.add(Texts.get("routes.state.problem"));
        }
        setAccessibleText(words.stream().collect(Collectors.joining(", ")));
    }

    void select(boolean on) {
        pseudoClassStateChanged(SELECTED, on);
    }

    private static HBox line(Stop.Line line) {
        Label text = new Label(line.text());
        text.getStyleClass().add("t-mono");
        HBox row = new HBox(text);
        row.getStyleClass().addAll("gap-3", "align-left");
        Double share = line.share();
        if (share != null) {
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            Label percent = new Label(RouteWords.percent(share));
            percent.getStyleClass().add("t-mono");
            percent.setMinWidth(USE_PREF_SIZE);
            row.getChildren().addAll(space, new ShareBar(share), percent);
        }
        return row;
    }
}
