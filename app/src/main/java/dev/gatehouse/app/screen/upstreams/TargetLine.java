package dev.gatehouse.app.screen.upstreams;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.forced.ForceWords;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A target with its numbers, and the button that drains it. */
final class TargetLine extends VBox {
    private final StatusMark mark = new StatusMark();
    private final Label address = new Label();
    private final Label state = new Label();
    private final Label reason = new Label();
    private final Label forced = new Label();
    private final Label numbers = new Label();
    private final Label pending = new Label(Texts.get("upstreams.pending"));
    private final ForceMenu force;
    private final Button release = new Button(Texts.get("force.release"));
    private final Button drain = new Button();
    private final UpstreamsViewModel model;

    TargetLine(UpstreamsViewModel model) {
        this.model = model;
        force = new ForceMenu(model);
        release.setTooltip(new Tip(Texts.get("force.release.help")));
        release.setMinWidth(Region.USE_PREF_SIZE);
        forced.getStyleClass().add("fg-warning");
        forced.setWrapText(true);
        address.getStyleClass().add("t-mono-strong");
        address.setMinWidth(Region.USE_PREF_SIZE);
        state.getStyleClass().add("fg-muted");
        reason.getStyleClass().add("fg-danger");
        reason.setWrapText(true);
        numbers.getStyleClass().add("t-mono");
        pending.getStyleClass().add("t-help");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        drain.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(mark, address, state, space, force, release, drain);
        head.getStyleClass().addAll("gap-3", "align-left");
        getStyleClass().add("target-line");
        getChildren().addAll(head, forced, reason, numbers, pending);
    }

    /** Shows a target; the nodes stay, lest a button vanish under the pointer each second. */
    void show(TargetRow target) {
        mark.setStatus(target.status());
        address.setText(target.address());
        state.setText(target.state());
        reason.setText(target.reason());
        show(reason, !target.reason().isEmpty());
        LiveFrame.Forced said = target.forced();
        forced.setText(said == null ? "" : ForceWords.detail(said, model.now()));
        show(forced, said != null);
        show(release, said != null);
        show(force, said == null && target.isLive());
        force.show(target);
        release.setOnAction(event -> model.release(target));
        numbers.setText(Texts.get(
                "upstreams.target.numbers",
                Figures.rate(target.pace().rate()),
                Figures.milliseconds(target.pace().p95()),
                Figures.percent(target.pace().errors()),
                Figures.count((double) target.inFlight()),
                target.weight()));
        show(pending, target.pending());
        drain.setText(Texts.get(target.drained() ? "upstreams.undrain" : "upstreams.drain"));
        drain.setTooltip(new Tip(Texts.get("upstreams.drain.tooltip")));
        drain.setDisable(target.place() < 0);
        show(drain, !target.found());
        drain.setOnAction(event -> model.drain(target, !target.drained()));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
