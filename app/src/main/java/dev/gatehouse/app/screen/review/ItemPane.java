package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.diff.FieldGrid;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Surroundings;
import dev.gatehouse.app.text.Texts;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One changed object: what it means for callers, each field before and after, and what the gateway says of it. */
final class ItemPane extends VBox {
    private final VBox remarks = new VBox();

    ItemPane(ReviewItem item, Surroundings around, Runnable revert, BiConsumer<ObjectKey, String> go) {
        ObjectKey key = item.change().key();
        Label name = new Label(key.name());
        name.getStyleClass().add("t-section");
        Label what = new Label(item.kind() + " · " + item.word());
        what.getStyleClass().add("t-label");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button open = flat(Texts.get("review.open"));
        open.setOnAction(event -> go.accept(key, item.place()));
        Button back = flat(Texts.get("review.revert"));
        back.setOnAction(event -> revert.run());
        HBox head = new HBox(name, what, space, open, back);
        head.getStyleClass().addAll("gap-3", "align-left");
        Label caption = new Label(Texts.get("review.callers"));
        caption.getStyleClass().add("t-label");
        Label effect = new Label(item.effect(around));
        effect.getStyleClass().addAll("review-effect");
        VBox callers = new VBox(caption, effect);
        callers.getStyleClass().add("gap-1");
        remarks.getStyleClass().add("gap-2");
        item.remarksProperty().subscribe(now -> {
            remarks.getChildren().clear();
            now.forEach(remark -> remarks.getChildren().add(new RemarkLine(remark, false, go)));
            remarks.setVisible(!now.isEmpty());
            remarks.setManaged(!now.isEmpty());
        });
        getStyleClass().add("gap-4");
        getChildren().addAll(head, callers, remarks, new FieldGrid(item.fields()));
    }

    private static Button flat(String words) {
        Button button = new Button(words);
        button.getStyleClass().addAll("flat", "link");
        return button;
    }
}
