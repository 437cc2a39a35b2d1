package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A rollout as lines: conditions first, since they are asked first, then the bar with a name and a percentage for each part. */
final class RolloutLines {
    private final Rollout rollout;

    RolloutLines(Rollout rollout) {
        this.rollout = rollout;
    }

    /** On a stop, where there is little room. */
    List<Node> brief() {
        List<Node> lines = new ArrayList<>();
        if (!rollout.isSplit()) {
            lines.add(mono(rollout.parts().getFirst().upstream()));
            return lines;
        }
        for (Rollout.Rule rule : rollout.rules()) {
            Label line = rule(rule);
            line.setTooltip(new Tip(rule.doubt().isEmpty() ? rule.line() : rule.doubt()));
            line.setGraphic(rule.doubt().isEmpty() ? null : new StatusMark(Status.ATTENTION));
            lines.add(line);
        }
        lines.add(new SharesBar(rollout.parts()));
        for (int i = 0; i < rollout.parts().size(); i++) {
            Rollout.Part part = rollout.parts().get(i);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(SharesBar.swatch(i), mono(part.upstream()), space, percent(part));
            line.getStyleClass().addAll("gap-3", "align-left");
            lines.add(line);
        }
        return lines;
    }

    /** Conditions in full, each with the doubt that there is about it. */
    List<Node> rules() {
        List<Node> lines = new ArrayList<>();
        for (Rollout.Rule rule : rollout.rules()) {
            lines.add(rule(rule));
            if (!rule.doubt().isEmpty()) {
                lines.add(note(Status.ATTENTION, rule.doubt()));
            }
        }
        return lines;
    }

    /** Names and percentages beside one another, those that there is no upstream for told. */
    List<Node> legend(List<String> upstreams) {
        List<Node> entries = new ArrayList<>();
        for (int i = 0; i < rollout.parts().size(); i++) {
            Rollout.Part part = rollout.parts().get(i);
            HBox entry = new HBox(SharesBar.swatch(i), mono(part.upstream()), percent(part));
            if (!upstreams.contains(part.upstream())) {
                entry.getChildren().add(note(Status.BAD, Texts.get("routes.share.unknown")));
            }
            entry.getStyleClass().addAll("gap-2", "align-left");
            entries.add(entry);
        }
        return entries;
    }

    /** A sentence about what is not as it should be. */
    static Label note(Status status, String words) {
        Label note = new Label(words, new StatusMark(status));
        note.getStyleClass().addAll("rollout-note", status == Status.BAD ? "fg-danger" : "fg-warning");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private static Label rule(Rollout.Rule rule) {
        Label line = mono(rule.line());
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static Label mono(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("t-mono");
        return label;
    }

    private static Label percent(Rollout.Part part) {
        Label percent = mono(RouteWords.percent(part.share()));
        percent.setMinWidth(Region.USE_PREF_SIZE);
        return percent;
    }
}
