package dev.gatehouse.app.screen.routes;

import dev.gatehouse.app.effect.Rollout;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Copies of requests on their way aside: a dashed branch from the stop above, with who gets them and how many. */
final class BranchNode extends HBox {
    BranchNode(Rollout.Mirror mirror) {
        Region corner = new Region();
        corner.getStyleClass().add("branch-line");
        Label title = new Label(Texts.get("routes.stop.mirror"));
        title.getStyleClass().add("t-label");
        title.setMinWidth(USE_PREF_SIZE);
        Label name = new Label(mirror.upstream());
        name.getStyleClass().add("t-mono");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label share = new Label(RouteWords.percent(mirror.share()));
        share.getStyleClass().add("t-mono");
        share.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(title, name, space, share);
        box.getStyleClass().add("branch");
        HBox.setHgrow(box, Priority.ALWAYS);
        Tooltip.install(this, new Tip(mirror.words()));
        getStyleClass().add("branch-row");
        setAccessibleText(mirror.words());
        getChildren().addAll(corner, box);
    }
}
