package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The screens by group at the left; closed, and in a narrow window until somebody opens it, it shows icons with tooltips. */
final class Navigation {
    private final Map<Screen, ToggleButton> entries = new EnumMap<>(Screen.class);
    /** What a person wants where there is room; it is remembered. */
    private final BooleanProperty closed = new SimpleBooleanProperty();

    private final BooleanProperty narrow = new SimpleBooleanProperty();
    /** Opened in a narrow window; forgotten with it. */
    private final BooleanProperty unfolded = new SimpleBooleanProperty();

    private final BooleanBinding icons =
            Bindings.when(narrow).then(unfolded.not()).otherwise(closed);

    Navigation(VBox pane, Places places) {
        for (Group group : Group.values()) {
            if (Stream.of(Screen.values()).noneMatch(screen -> screen.group() == group)) {
                continue;
            }
            Label title = new Label(Texts.get(group.key()));
            title.getStyleClass().add("navigation-group");
            title.visibleProperty().bind(icons.not());
            pane.getChildren().add(title);
            for (Screen screen : Screen.values()) {
                if (screen.group() == group) {
                    pane.getChildren().add(entry(screen, places));
                }
            }
        }
        icons.subscribe(now -> mark(pane, "closed", now));
        places.currentProperty().subscribe(place -> select(place.screen()));
    }

    BooleanProperty closedProperty() {
        return closed;
    }

    /** Says whether the window is narrow. */
    void setNarrow(boolean now) {
        narrow.set(now);
        unfolded.set(false);
    }

    void toggle() {
        BooleanProperty moved = narrow.get() ? unfolded : closed;
        moved.set(!moved.get());
    }

    private ToggleButton entry(Screen screen, Places places) {
        String title = Texts.get(screen.title());
        IconView icon = new IconView(screen.icon());
        icon.getStyleClass().add("icon-navigation");
        ToggleButton entry = new ToggleButton(title, icon);
        entry.getStyleClass().add("navigation-entry");
        entry.setOnAction(event -> {
            places.open(screen);
            entry.setSelected(true);
        });
        Tooltip tooltip = new Tip(title);
        icons.subscribe(now -> entry.setTooltip(now ? tooltip : null));
        entries.put(screen, entry);
        return entry;
    }

    private void select(Screen screen) {
        entries.forEach((each, entry) -> entry.setSelected(each == screen));
    }

    private static void mark(Node node, String styleClass, boolean on) {
        node.getStyleClass().remove(styleClass);
        if (on) {
            node.getStyleClass().add(styleClass);
        }
    }
}
