package dev.gatehouse.app.screen.traffic;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Call;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A policy that a call went through: what it decided, and on what grounds. */
final class StepLine extends VBox {
    private static final double MICROS_PER_MILLI = 1000;

    StepLine(Call.Step step) {
        boolean proceeded = step.verdict().equals("proceed");
        String words = switch (step.verdict()) {
            case "proceed" -> Texts.get("traffic.step.proceed");
            case "reply" -> Texts.get("traffic.step.reply");
            default -> step.verdict();
        };
        Label name = new Label(step.policy());
        name.getStyleClass().add("t-strong");
        Label verdict = new Label(words);
        verdict.getStyleClass().add("fg-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label time = new Label(Figures.milliseconds(step.micros() / MICROS_PER_MILLI));
        time.getStyleClass().add("t-mono");
        HBox head = new HBox(new StatusMark(proceeded ? Status.GOOD : Status.ATTENTION), name, verdict, space, time);
        head.getStyleClass().addAll("gap-3", "align-left");
        getChildren().add(head);
        if (step.saw() != null || step.wanted() != null) {
            String saw = step.saw() == null ? Figures.NONE : step.saw();
            String wanted = step.wanted() == null ? Figures.NONE : step.wanted();
            Label grounds = new Label(Texts.get("traffic.step.grounds", saw, wanted));
            grounds.getStyleClass().addAll("t-help", "wrapped");
            getChildren().add(grounds);
        }
    }
}
