package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The lines as a list: what is chosen stays chosen while lines come, where an hour begins is passed over, and all can be
 * done with the keyboard: ↑ ↓ choose, → shows repeats, ← folds them, Enter opens what a line is about.
 */
final class LineList {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);

    private final ListView<Line> list;
    private final EventsViewModel model;
    private final ContextMenu menu = new ContextMenu();
    private String chosen = "";
    private boolean publishing;

    LineList(ListView<Line> list, EventsViewModel model) {
        this.list = list;
        this.model = model;
        list.setCellFactory(any -> new LineCell(model));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> choose(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (offer()) {
                menu.show(list, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        model.lines().addListener((ListChangeListener<Line>) change -> publish());
        publish();
    }

    /** Chooses nothing. */
    void clear() {
        chosen = "";
        list.getSelectionModel().clearSelection();
    }

    private void publish() {
        publishing = true;
        list.getItems().setAll(model.lines());
        int place = place(chosen);
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().clearAndSelect(place);
            list.getFocusModel().focus(place);
        }
        publishing = false;
        if (place >= 0) {
            model.choose(list.getItems().get(place));
        }
    }

    private int place(String key) {
        List<Line> lines = list.getItems();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private void choose(@Nullable Line now) {
        if (publishing || now == null) {
            return;
        }
        if (now instanceof Line.Break) {
            // A page's jump may end here; a line always follows.
            select(list.getSelectionModel().getSelectedIndex() + 1);
            return;
        }
        chosen = now.key();
        model.choose(now);
    }

    private void select(int place) {
        list.getSelectionModel().clearAndSelect(place);
        list.getFocusModel().focus(place);
        list.scrollTo(Math.max(0, place - 5));
    }

    private void step(int by) {
        MultipleSelectionModel<Line> selection = list.getSelectionModel();
        int place = selection.getSelectedIndex() + by;
        while (place >= 0 && place < list.getItems().size() && list.getItems().get(place) instanceof Line.Break) {
            place += by;
        }
        if (place >= 0 && place < list.getItems().size()) {
            selection.clearAndSelect(place);
            list.getFocusModel().focus(place);
            if (place < first() || place > first() + visible() - 2) {
                list.scrollTo(Math.max(0, by > 0 ? place - visible() + 2 : place - 1));
            }
        }
    }

    private int first() {
        return list.lookupAll(".list-cell").stream()
                .filter(cell -> cell instanceof LineCell line && !line.isEmpty() && line.isVisible())
                .mapToInt(cell -> ((LineCell) cell).getIndex())
                .min()
                .orElse(0);
    }

    private int visible() {
        double height = list.getFixedCellSize();
        return height <= 0 ? 1 : Math.max(1, (int) (list.getHeight() / height));
    }

    private void pressed(KeyEvent event) {
        Line line = list.getSelectionModel().getSelectedItem();
        if (COPY.match(event)) {
            GatewayEvent one = event(line);
            if (one != null) {
                EventMenu.copy(EventModel.text(one));
            }
        } else if (MENU.match(event) || event.getCode() == KeyCode.CONTEXT_MENU) {
            if (offer()) {
                menu.show(list, Side.TOP, 0, 0);
            }
        } else if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown() || !key(event.getCode(), line)) {
            return;
        }
        event.consume();
    }

    private boolean key(KeyCode code, @Nullable Line line) {
        switch (code) {
            case UP, KP_UP -> step(-1);
            case DOWN, KP_DOWN -> step(1);
            case HOME -> select(1);
            case RIGHT, KP_RIGHT, LEFT, KP_LEFT -> {
                boolean opens = code == KeyCode.RIGHT || code == KeyCode.KP_RIGHT;
                if (line instanceof Line.Row row && row.folds() && row.open() != opens) {
                    model.toggle(row);
                }
            }
            case ENTER -> {
                GatewayEvent one = event(line);
                if (one == null) {
                    return false;
                }
                model.event().leads().open(one);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean offer() {
        GatewayEvent one = event(list.getSelectionModel().getSelectedItem());
        menu.getItems().clear();
        if (one == null) {
            return false;
        }
        menu.getItems().addAll(new EventMenu(model, one).items());
        return true;
    }

    private static @Nullable GatewayEvent event(@Nullable Line line) {
        return switch (line) {
            case null -> null;
            case Line.Break ignored -> null;
            case Line.Row row -> row.event();
            case Line.Repeat one -> one.event();
        };
    }
}
