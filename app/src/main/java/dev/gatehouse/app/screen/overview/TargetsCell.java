package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** An upstream's targets as marks, each with its address and state in words. */
final class TargetsCell extends TableCell<UpstreamRow, UpstreamRow> {
    private final HBox marks = new HBox();

    TargetsCell() {
        marks.getStyleClass().add("target-marks");
        setText(null);
    }

    @Override
    protected void updateItem(UpstreamRow row, boolean empty) {
        super.updateItem(row, empty);
        marks.getChildren().clear();
        setGraphic(empty || row == null ? null : marks);
        if (empty || row == null) {
            return;
        }
        for (LiveFrame.Target target : row.targets()) {
            StatusMark mark = new StatusMark(Health.status(target));
            // A mark lets the pointer through, so that its parent takes the tooltip.
            HBox place = new HBox(mark);
            place.getStyleClass().add("target-marks");
            Tooltip.install(place, new Tip(Health.words(target)));
            place.setAccessibleText(Health.words(target));
            marks.getChildren().add(place);
        }
    }
}
