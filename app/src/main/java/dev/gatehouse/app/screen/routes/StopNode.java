package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.look.Status;
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
        List<String> words = new ArrayList<>(List.of(stop.title()));
        words.addAll(stop.faults());
        words.addAll(stop.lines());
        Label title = new Label(stop.title());
        title.getStyleClass().add("t-strong");
        getChildren().setAll(title);
        for (String fault : stop.faults()) {
            Label line = new Label(fault, new StatusMark(Status.ATTENTION));
            line.getStyleClass().addAll("t-help", "fg-warning");
            getChildren().add(line);
        }
        for (String line : stop.lines()) {
            Label text = new Label(line);
            text.getStyleClass().add("t-mono");
            getChildren().add(text);
        }
        Rollout rollout = stop.rollout();
        if (rollout != null) {
            getChildren().addAll(new RolloutLines(rollout).brief());
            words.addAll(said(rollout));
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

    /** The same for those who hear it. */
    private static List<String> said(Rollout rollout) {
        List<String> words = new ArrayList<>();
        rollout.rules().forEach(rule -> words.add(rule.line()));
        rollout.parts()
                .forEach(part -> words.add(
                        rollout.isSplit()
                                ? part.upstream() + " " + RouteWords.percent(part.share())
                                : part.upstream()));
        return words;
    }
}
