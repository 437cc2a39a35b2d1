package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** An upstream's targets as marks, each with its address and state in words. */
final class TargetsCell extends TableCell<ObjectProperty<UpstreamRow>, UpstreamRow> {
    private final HBox marks = new HBox();
    private List<String> said = List.of();

    TargetsCell() {
        marks.getStyleClass().add("target-marks");
        setText(null);
    }

    @Override
    protected void updateItem(UpstreamRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty || row == null ? null : marks);
        List<LiveFrame.Target> targets = empty || row == null ? List.of() : row.targets();
        List<String> words = targets.stream().map(Health::words).toList();
        if (words.equals(said)) {
            return; // a row comes anew each second, and its targets seldom change
        }
        said = words;
        marks.getChildren().clear();
        for (LiveFrame.Target target : targets) {
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
