package dev.gatehouse.app.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes something beside the UI thread, again and again. One computation runs at a time; of the questions that come
 * meanwhile only the newest is answered, so that a slow answer makes the screen late but never busy. UI thread.
 *
 * @param <T> what is computed
 */
public final class Latest<T> {
    private final Executor background;
    private final Executor ui;
    private final Consumer<T> reader;
    private @Nullable Supplier<T> next;
    private boolean running;
    private int generation;

    /**
     * Nothing asked yet.
     *
     * @param reader gets each answer on the UI thread
     */
    public Latest(Executor background, Executor ui, Consumer<T> reader) {
        this.background = background;
        this.ui = ui;
        this.reader = reader;
    }

    /** Asks. The question must not read what the UI thread changes. */
    public void ask(Supplier<T> question) {
        next = question;
        if (!running) {
            start();
        }
    }

    /** Passes over every answer to what was asked so far. */
    public void forget() {
        generation++;
        next = null;
    }

    private void start() {
        Supplier<T> question = next;
        if (question == null) {
            return;
        }
        next = null;
        running = true;
        int mine = generation;
        background.execute(() -> answer(question, mine));
    }

    private void answer(Supplier<T> question, int mine) {
        try {
            T answer = question.get();
            ui.execute(() -> {
                running = false;
                if (mine == generation) {
                    reader.accept(answer);
                }
                start();
            });
        } catch (RuntimeException | Error e) {
            ui.execute(() -> {
                running = false;
                start();
            });
            throw e;
        }
    }
}
