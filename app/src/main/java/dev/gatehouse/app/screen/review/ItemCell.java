package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Texts;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A changed object in the list: whether it is applied, its name, what happened to it, and how the gateway likes it. */
final class ItemCell extends ListCell<ReviewItem> {
    private final CheckBox chosen = new CheckBox();
    private final Label name = new Label();
    private final Label what = new Label();
    private final StatusMark mark = new StatusMark();
    private final HBox line;
    private final ChangeListener<Object> remarked = (property, before, now) -> mark();
    private @Nullable BooleanProperty bound;
    private @Nullable ReviewItem item;

    ItemCell() {
        name.getStyleClass().add("t-strong");
        what.getStyleClass().add("t-label");
        VBox words = new VBox(name, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.getStyleClass().add("review-words");
        chosen.setFocusTraversable(false);
        line = new HBox(chosen, words, mark);
        line.getStyleClass().add("review-item");
    }

    @Override
    protected void updateItem(@Nullable ReviewItem now, boolean empty) {
        super.updateItem(now, empty);
        if (bound != null) {
            chosen.selectedProperty().unbindBidirectional(bound);
            bound = null;
        }
        if (item != null) {
            item.remarksProperty().removeListener(remarked);
        }
        item = empty ? null : now;
        if (item == null) {
            setGraphic(null);
            return;
        }
        name.setText(item.change().key().name());
        what.setText(item.kind() + " · " + item.word());
        bound = item.chosenProperty();
        chosen.selectedProperty().bindBidirectional(bound);
        chosen.setAccessibleText(Texts.get("review.choose", item.change().key().name()));
        item.remarksProperty().addListener(remarked);
        mark();
        setGraphic(line);
    }

    private void mark() {
        if (item != null) {
            mark.setStatus(item.status());
            mark.setVisible(item.status() != Status.GOOD);
        }
    }
}
