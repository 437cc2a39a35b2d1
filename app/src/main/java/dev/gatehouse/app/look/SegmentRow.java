package dev.gatehouse.app.look;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/**
 * A few choices beside each other. It looks as AtlantaFX's segmented control and is another, because that one cannot be
 * reached with the keyboard, cannot have nothing chosen, and chooses its first segment by itself when it appears.
 */
public final class SegmentRow extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private boolean showing;

    /** No choices yet, for layouts. */
    public SegmentRow() {
        getStyleClass().add("segment-row");
        setMaxWidth(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
    }

    /**
     * Choices, none chosen.
     *
     * @param words of each
     * @param chosen is told the index when a person chooses
     */
    public SegmentRow(List<String> words, IntConsumer chosen) {
        this();
        fill(words, chosen);
    }

    /**
     * Offers the values of an enum; what is chosen and the property are one.
     *
     * @param words of a value
     */
    public <E extends Enum<E>> void join(Class<E> type, Function<E, String> words, ObjectProperty<E> property) {
        List<E> values = List.of(type.getEnumConstants());
        fill(Stream.of(type.getEnumConstants()).map(words).toList(), index -> property.set(values.get(index)));
        property.subscribe(value -> select(values.indexOf(value)));
    }

    /** Shows what is chosen; below 0 for nothing. */
    public void select(int index) {
        showing = true;
        group.selectToggle(index < 0 ? null : (ToggleButton) getChildren().get(index));
        showing = false;
    }

    /** Says more of a choice. */
    public void help(int index, String words) {
        ToggleButton segment = (ToggleButton) getChildren().get(index);
        segment.setTooltip(new Tip(words));
        segment.setAccessibleHelp(words);
    }

    private void fill(List<String> words, IntConsumer chosen) {
        for (int i = 0; i < words.size(); i++) {
            ToggleButton segment = new ToggleButton(words.get(i));
            segment.getStyleClass().add("segment");
            segment.setToggleGroup(group);
            segment.setMinWidth(USE_PREF_SIZE);
            getChildren().add(segment);
        }
        // Not each segment's action: the arrow keys choose without one.
        group.selectedToggleProperty().addListener((property, before, now) -> {
            if (showing) {
                return;
            }
            if (now == null) {
                // A second click on what is chosen leaves it chosen.
                select(getChildren().indexOf(before));
            } else {
                chosen.accept(getChildren().indexOf(now));
            }
        });
    }
}
