package dev.gatehouse.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the palette finds for what is typed: commands at once, everything else beside the UI thread, one source after
 * another, each as soon as it answers. What is typed next gives up what is still looked for. Needs no toolkit.
 */
final class PaletteSearch implements AutoCloseable {
    private static final int MOST = 8;

    private final List<PaletteEntry> commands;
    private final List<PaletteSource> sources;
    private final Executor ui;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private @Nullable Future<?> looking;
    private int asked;

    PaletteSearch(List<PaletteEntry> commands, List<PaletteSource> sources, Executor ui) {
        this.commands = commands;
        this.sources = sources;
        this.ui = ui;
        found.setAll(commands);
    }

    /** Looks for words; without any, all commands are there. */
    void look(String typed) {
        int mine = ++asked;
        if (looking != null) {
            looking.cancel(true);
        }
        List<String> words = Stream.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        found.setAll(commands.stream()
                .filter(entry -> PaletteSource.matches(entry.title(), words))
                .toList());
        searching.set(!words.isEmpty() && !sources.isEmpty());
        if (searching.get()) {
            looking = threads.submit(() -> ask(words, mine));
        }
    }

    /** What was found, grouped as the sources are. */
    ObservableList<PaletteEntry> found() {
        return found;
    }

    /** Whether a source has yet to answer. */
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** Gives up what is looked for. */
    @Override
    public void close() {
        asked++;
        threads.shutdownNow();
    }

    private void ask(List<String> words, int mine) {
        for (PaletteSource source : sources) {
            List<PaletteEntry> entries = new ArrayList<>();
            try {
                entries.addAll(source.find(words, MOST));
            } catch (Exception e) {
                // One that cannot answer, such as a gateway that is gone, must not keep the others from it.
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            ui.execute(() -> {
                if (mine == asked) {
                    found.addAll(entries);
                }
            });
        }
        ui.execute(() -> {
            if (mine == asked) {
                searching.set(false);
            }
        });
    }
}
