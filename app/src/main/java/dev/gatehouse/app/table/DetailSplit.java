package dev.gatehouse.app.table;

import dev.gatehouse.app.look.Room;
import dev.gatehouse.app.profile.Memory;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A list and, while something is chosen, its detail: beside it at a split that is remembered, or in a narrow window as a
 * sheet over it.
 */
public final class DetailSplit extends StackPane {
    private static final double USUAL = 0.6;

    private final SplitPane split = new SplitPane();
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableValue<Boolean> narrow = Room.narrow(this);
    private Region detail = new Region();
    private @Nullable Memory memory;
    private String key = "";
    private double position = USUAL;
    private boolean arranging;

    /** Nothing in it yet. */
    public DetailSplit() {
        getChildren().add(split);
        open.addListener((property, before, now) -> arrange());
        narrow.addListener((property, before, now) -> arrange());
    }

    /** Puts the list and the detail in. */
    public void fill(Node list, Region beside) {
        detail = beside;
        beside.getStyleClass().add("detail");
        split.getItems().setAll(list);
        SplitPane.setResizableWithParent(beside, false);
        arrange();
    }

    /** Whether the detail is there. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Remembers the split under a key, for each gateway. */
    public void remember(ObservableValue<? extends @Nullable Memory> where, String under) {
        key = under;
        where.subscribe(next -> {
            memory = next;
            position = next == null ? USUAL : read(next.get(key, ""));
            if (!split.getDividers().isEmpty()) {
                split.setDividerPositions(position);
            }
        });
    }

    private void arrange() {
        if (arranging || split.getItems().isEmpty()) {
            return;
        }
        arranging = true;
        boolean over = open.get() && narrow.getValue();
        boolean beside = open.get() && !over;
        List<Node> layers = new ArrayList<>(List.of(split));
        if (over) {
            layers.add(detail);
        }
        if (!beside && split.getItems().size() > 1) {
            split.getItems().removeLast();
        }
        if (!getChildren().equals(layers)) {
            getChildren().setAll(layers);
        }
        if (beside && split.getItems().size() == 1) {
            split.getItems().add(detail);
            split.setDividerPositions(position);
            split.getDividers()
                    .getFirst()
                    .positionProperty()
                    .addListener((property, before, now) -> moved(now.doubleValue()));
        }
        StackPane.setAlignment(detail, Pos.CENTER_RIGHT);
        detail.getStyleClass().remove("sheet-over");
        if (over) {
            detail.getStyleClass().add("sheet-over");
        }
        arranging = false;
    }

    /** The layout moves it too; only where a person drags is it remembered. */
    private void moved(double now) {
        Memory there = memory;
        if (!arranging && split.lookup(".split-pane-divider:pressed") != null) {
            position = now;
            if (there != null) {
                there.put(key, String.valueOf(now));
            }
        }
    }

    private static double read(String written) {
        return written.matches("0\\.[0-9]{1,17}") ? Double.parseDouble(written) : USUAL;
    }
}
