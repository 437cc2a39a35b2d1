package dev.gatehouse.app.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the console is, where it was, and where back leads to; the last fifty places are kept. */
public final class Places {
    private static final int KEPT = 50;

    private final ReadOnlyObjectWrapper<Place> current;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private final Deque<Place> before = new ArrayDeque<>();
    private final Deque<Place> after = new ArrayDeque<>();

    /** Starts at a screen. */
    public Places(Screen start) {
        current = new ReadOnlyObjectWrapper<>(Place.of(start));
    }

    /** The place on show. */
    public ReadOnlyObjectProperty<Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Goes to a screen as it was left; what lay ahead is forgotten. */
    public void open(Screen screen) {
        if (screen != current.get().screen()) {
            open(Place.of(screen));
        }
    }

    /** Goes to a place; what lay ahead is forgotten. */
    public void open(Place place) {
        if (place.equals(current.get())) {
            return;
        }
        before.push(current.get());
        if (before.size() > KEPT) {
            before.removeLast();
        }
        after.clear();
        show(place);
    }

    /** Goes to a screen of another gateway: places of the one before lead nowhere. */
    public void begin(Screen screen) {
        before.clear();
        after.clear();
        show(Place.of(screen));
    }

    /**
     * Tells what is chosen and looked for on the screen on show, without a step: coming back finds it so.
     */
    public void note(String selection, String filter) {
        current.set(new Place(current.get().screen(), selection, filter));
    }

    /** Goes to where it was before, if anywhere. */
    public void back() {
        step(before, after);
    }

    /** Undoes a step back, if there was one. */
    public void forward() {
        step(after, before);
    }

    /** Whether there is a place to go back to. */
    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    /** Whether there is a place to go forward to. */
    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    private void step(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            to.push(current.get());
            show(from.pop());
        }
    }

    private void show(Place place) {
        current.set(place);
        canGoBack.set(!before.isEmpty());
        canGoForward.set(!after.isEmpty());
    }
}
