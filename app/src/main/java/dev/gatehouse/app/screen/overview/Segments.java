package dev.gatehouse.app.screen.overview;

import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;
import dev.gatehouse.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleGroup;

/** Joins a segmented control to a property, both ways. */
public final class Segments {
    private Segments() {}

    /**
     * Fills a control with the values of an enum.
     *
     * @param key the key of a value's name
     */
    public static <E extends Enum<E>> void join(
            SegmentedControl control, Class<E> type, Function<E, String> key, ObjectProperty<E> property) {
        // Without a group the control would make one late and choose its first segment, whatever the property says.
        ToggleGroup group = new ToggleGroup();
        control.setToggleGroup(group);
        E chosen = property.get();
        Map<E, ToggleLabel> segments = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            ToggleLabel segment = new ToggleLabel(Texts.get(key.apply(value)));
            segment.selectedProperty().addListener((selected, before, now) -> {
                if (now) {
                    property.set(value);
                }
            });
            segment.setToggleGroup(group);
            segment.setSelected(value == chosen);
            segments.put(value, segment);
            control.getSegments().add(segment);
        }
        // The control's skin chooses the first segment when it comes, whatever is chosen.
        control.skinProperty().subscribe((none, skin) -> property.set(chosen));
        property.subscribe(value -> {
            ToggleLabel segment = segments.get(value);
            if (segment != null) {
                group.selectToggle(segment);
            }
        });
    }
}
