package dev.gatehouse.app.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Memory;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedSplitTest extends UiTest {
    @TempDir
    Path folder;

    @Test
    void a_divider_that_was_dragged_is_found_there_again_and_one_that_the_layout_moved_is_not() {
        Memory memory = new Memory(new ConsoleFolder(folder), "shop");
        ObjectProperty<@Nullable Memory> where = new SimpleObjectProperty<>(memory);
        SplitPane split = open(where);
        onFx(() -> {
            split.setDividerPositions(0.7); // as the layout does
            return true;
        });
        settle();
        assertThat(memory.get("split.1", "")).isEmpty();

        Node divider = onFx(() -> split.lookup(".split-pane-divider"));
        onFx(() -> {
            divider.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
            split.setDividerPositions(0.4);
            divider.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
            return true;
        });
        settle();
        double left = onFx(() -> split.getDividerPositions()[0]);
        assertThat(left).isEqualTo(0.4, Offset.offset(0.01));

        SplitPane again = open(where);
        assertThat(onFx(() -> again.getDividerPositions()[0])).isEqualTo(left, Offset.offset(0.01));
        memory.close();
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        boolean down = type.equals(MouseEvent.MOUSE_PRESSED);
        return new MouseEvent(
                type,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    private SplitPane open(ObjectProperty<@Nullable Memory> where) {
        SplitPane split = onFx(() -> new SplitPane(new StackPane(), new StackPane()));
        onFx(() -> new RememberedSplit(split, "split", where));
        show(() -> split, 800, 400);
        return split;
    }
}
