package dev.gatehouse.app.form;

import dev.gatehouse.app.look.Tip;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A few choices beside each other. It looks as AtlantaFX's segmented control and is another, because that one cannot be
 * reached with the keyboard, cannot have nothing chosen, and chooses its first segment by itself when it appears.
 */
public final class SegmentRow extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    /**
     * Choices, none chosen.
     *
     * @param words of each
     * @param chosen is told the index when a person chooses
     */
    public SegmentRow(List<String> words, IntConsumer chosen) {
        getStyleClass().add("segment-row");
        setMaxWidth(USE_PREF_SIZE);
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            ToggleButton segment = new ToggleButton(words.get(i));
            segment.getStyleClass().add("segment");
            segment.setToggleGroup(group);
            segment.setMinWidth(USE_PREF_SIZE);
            segment.setOnAction(event -> {
                // A second click on what is chosen leaves it chosen.
                segment.setSelected(true);
                chosen.accept(index);
            });
            getChildren().add(segment);
        }
    }

    /** Shows what is chosen; below 0 for nothing. */
    public void select(int index) {
        group.selectToggle(index < 0 ? null : (ToggleButton) getChildren().get(index));
    }

    /** Says more of a choice. */
    public void help(int index, String words) {
        ToggleButton segment = (ToggleButton) getChildren().get(index);
        segment.setTooltip(new Tip(words));
        segment.setAccessibleHelp(words);
    }
}
