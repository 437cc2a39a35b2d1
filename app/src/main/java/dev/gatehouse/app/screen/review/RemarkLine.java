package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.diff.FieldWords;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.StatusMark;
import java.util.function.BiConsumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the gateway says, with the way to the place that it speaks of. */
final class RemarkLine extends HBox {
    RemarkLine(Remark remark, boolean withObject, BiConsumer<ObjectKey, String> go) {
        Label words = new Label(remark.words());
        words.getStyleClass().add("words");
        VBox text = new VBox(words);
        HBox.setHgrow(text, Priority.ALWAYS);
        ObjectKey key = remark.key();
        if (key != null) {
            String place = remark.pointer().isEmpty() ? "" : FieldWords.name(remark.pointer());
            String where = withObject ? key + (place.isEmpty() ? "" : " › " + place) : place;
            Hyperlink link = new Hyperlink(where.isEmpty() ? key.toString() : where);
            link.setOnAction(event -> go.accept(key, remark.pointer()));
            text.getChildren().addFirst(link);
        }
        getStyleClass().addAll("review-remark", remark.status().styleClass());
        getChildren().addAll(new StatusMark(remark.status()), text);
    }
}
