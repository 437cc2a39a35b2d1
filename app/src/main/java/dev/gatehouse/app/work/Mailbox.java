package dev.gatehouse.app.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries items to the UI thread. However many come while that thread is busy, it is woken once and gets them together,
 * so that a burst (the history at the start of a stream) costs one update of the screen.
 *
 * @param <T> what is carried
 */
public final class Mailbox<T> {
    private final Executor ui;
    private final Consumer<List<T>> reader;
    private final int capacity;
    private final Deque<T> waiting = new ArrayDeque<>();
    private boolean woken;

    /**
     * A mailbox.
     *
     * @param capacity how many items wait at most; beyond it the oldest go, since the newest matter to a live screen
     * @param reader gets them on the UI thread, oldest first, never an empty list
     */
    public Mailbox(Executor ui, int capacity, Consumer<List<T>> reader) {
        this.ui = ui;
        this.capacity = capacity;
        this.reader = reader;
    }

    /** Puts an item in. Any thread, never blocks. */
    public void post(T item) {
        synchronized (waiting) {
            if (waiting.size() == capacity) {
                waiting.removeFirst();
            }
            waiting.addLast(item);
            if (woken) {
                return;
            }
            woken = true;
        }
        ui.execute(this::drain);
    }

    private void drain() {
        List<T> items;
        synchronized (waiting) {
            items = new ArrayList<>(waiting);
            waiting.clear();
            woken = false;
        }
        reader.accept(items);
    }
}
