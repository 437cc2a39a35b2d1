package dev.gatehouse.app.table;

import dev.gatehouse.app.profile.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, for each gateway, where a person put the dividers of a split. The layout moves them too, which is not
 * remembered. A split that shows now two and now three parts has places for each.
 */
public final class RememberedSplit {
    private final SplitPane split;
    private final String key;
    private @Nullable Memory memory;
    private boolean dragged;

    /** Remembers this split under a key; what was remembered is put back at once, and by {@link #restore()}. */
    public RememberedSplit(SplitPane split, String key, ObservableValue<? extends @Nullable Memory> where) {
        this.split = split;
        this.key = key;
        where.subscribe(next -> {
            memory = next;
            restore();
        });
        split.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> dragged = isDivider(event.getTarget()));
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> keep());
    }

    /** Puts the dividers where they were left; false if they never were moved. */
    public boolean restore() {
        Memory there = memory;
        int dividers = split.getDividers().size();
        if (there == null || dividers == 0) {
            return false;
        }
        List<Double> places = read(there.get(key(), ""));
        if (places.size() != dividers) {
            return false;
        }
        split.setDividerPositions(
                places.stream().mapToDouble(Double::doubleValue).toArray());
        return true;
    }

    private void keep() {
        Memory there = memory;
        if (there != null && dragged) {
            there.put(
                    key(),
                    Arrays.stream(split.getDividerPositions())
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(" ")));
        }
    }

    private static boolean isDivider(@Nullable Object target) {
        return target instanceof Node node
                && (node.getStyleClass().contains("split-pane-divider") || isDivider(node.getParent()));
    }

    private String key() {
        return key + "." + split.getDividers().size();
    }

    private static List<Double> read(String text) {
        List<Double> places = new ArrayList<>();
        for (String place : text.isEmpty() ? new String[0] : text.split(" ")) {
            try {
                double share = Double.parseDouble(place);
                if (share > 0 && share < 1) {
                    places.add(share);
                }
            } catch (NumberFormatException e) {
                return List.of(); // a file that somebody edited
            }
        }
        return places;
    }
}
