package dev.gatehouse.app.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What neighbouring charts share: the stretch of time on show, and where the pointer is in it. It follows the newest
 * sample, looking back by its span, unless it is paused or zoomed; while less than the span is known it begins with the
 * data. Needs no toolkit.
 */
public final class TimeView {
    /** The shortest stretch that a zoom can reach, in ms. */
    static final long SHORTEST = 5_000;

    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.FIVE_MINUTES);
    private final BooleanProperty paused = new SimpleBooleanProperty();
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private final ObservableList<Marker> markers = FXCollections.observableArrayList();
    private final DoubleProperty pointer = new SimpleDoubleProperty(Double.NaN);
    private final ReadOnlyObjectWrapper<Window> window = new ReadOnlyObjectWrapper<>(new Window(0, SHORTEST));
    private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
    private final Deque<Window> before = new ArrayDeque<>();
    private long first;
    private long last = SHORTEST;
    private long frozen;

    /** A view that follows. */
    public TimeView() {
        span.addListener((property, old, now) -> live());
        paused.addListener((property, old, now) -> {
            frozen = last;
            live();
        });
    }

    /**
     * A stretch of time.
     *
     * @param from ms since the epoch
     * @param to later than from
     */
    public record Window(long from, long to) {
        /** Its length in ms. */
        public long length() {
            return to - from;
        }
    }

    /** How far back it looks. Choosing leaves a zoom. */
    public ObjectProperty<Span> spanProperty() {
        return span;
    }

    /** Whether it stands still. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    /** Whether what is on show is older than it should be. */
    public BooleanProperty staleProperty() {
        return stale;
    }

    /** What happened, by time; drawn through all charts. */
    public ObservableList<Marker> markers() {
        return markers;
    }

    /** The time under the pointer, ms since the epoch; NaN while it is elsewhere. */
    public DoubleProperty pointerProperty() {
        return pointer;
    }

    /** The stretch on show. */
    public ReadOnlyObjectProperty<Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /** Whether there is a zoom to go back from. */
    public ReadOnlyBooleanProperty zoomedProperty() {
        return zoomed.getReadOnlyProperty();
    }

    /** Says what times are known now. */
    public void known(long oldest, long newest) {
        first = oldest;
        last = newest;
        if (!zoomed.get()) {
            live();
        }
    }

    /** Shows this stretch, in either order; shorter than five seconds is widened around its middle. */
    public void zoom(double one, double other) {
        long from = (long) Math.min(one, other);
        long to = (long) Math.max(one, other);
        if (to - from < SHORTEST) {
            from = (from + to) / 2 - SHORTEST / 2;
            to = from + SHORTEST;
        }
        before.push(window.get());
        zoomed.set(true);
        window.set(new Window(from, to));
    }

    /** Shows half of the stretch, around the pointer. */
    public void zoomIn() {
        Window now = window.get();
        double middle = Double.isNaN(pointer.get()) ? (now.from() + now.to()) / 2.0 : pointer.get();
        double from =
                Math.clamp(middle - now.length() / 4.0, (double) now.from(), (double) now.from() + now.length() / 2.0);
        zoom(from, from + now.length() / 2.0);
    }

    /** Undoes the last zoom, if there was one; the first shows live time again. */
    public void back() {
        if (before.size() > 1) {
            window.set(before.pop());
        } else {
            live();
        }
    }

    /** Leaves all zooms. */
    public void live() {
        before.clear();
        zoomed.set(false);
        long to = paused.get() ? frozen : last;
        long from = Math.max(first, to - span.get().length().toMillis());
        window.set(new Window(Math.min(to - SHORTEST, from), to));
    }
}
