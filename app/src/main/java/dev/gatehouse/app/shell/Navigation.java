package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.IconView;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.look.Tip;
import dev.gatehouse.app.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
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

    /**
     * The screens.
     *
     * @param marks the screens with something that asks for attention
     */
    Navigation(VBox pane, Places places, ObservableMap<Screen, Standing> marks) {
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
                    pane.getChildren().add(entry(screen, places, marks));
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

    private ToggleButton entry(Screen screen, Places places, ObservableMap<Screen, Standing> marks) {
        String title = Texts.get(screen.title());
        IconView icon = new IconView(screen.icon());
        icon.getStyleClass().add("icon-navigation");
        StatusMark mark = new StatusMark(Status.ATTENTION);
        StackPane picture = new StackPane(icon, mark);
        picture.getStyleClass().add("navigation-picture");
        ToggleButton entry = new ToggleButton(title, picture);
        entry.getStyleClass().add("navigation-entry");
        entry.setOnAction(event -> {
            places.open(screen);
            entry.setSelected(true);
        });
        Tip tip = new Tip(title);
        Runnable told = () -> {
            Standing standing = marks.get(screen);
            mark.setVisible(standing != null);
            if (standing != null) {
                mark.setStatus(standing.status());
            }
            String words = standing == null ? title : title + ": " + standing.words();
            tip.setText(words);
            entry.setAccessibleText(words);
            entry.setTooltip(icons.get() || standing != null ? tip : null);
        };
        marks.addListener((MapChangeListener<Screen, Standing>) change -> told.run());
        icons.subscribe(now -> told.run());
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
