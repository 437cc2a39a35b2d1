package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Loading;
import dev.gatehouse.app.work.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What a screen shows of what it waits for, under its header: nothing at first, then a thin line, and after two seconds a
 * sentence with a way to stop it. What was there before stays where it is.
 */
public final class LoadingLine extends VBox {
    private final ProgressBar line = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label words = new Label();
    private final Button cancel = new Button(Texts.get("work.cancel"));
    private final HBox sentence = new HBox(words, cancel);
    private final List<Loading> followed = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();
    private Subscription ageing = Subscription.EMPTY;

    /** Not loading. */
    public LoadingLine() {
        getStyleClass().add("loading");
        line.getStyleClass().add("loading-line");
        line.setMaxWidth(Double.MAX_VALUE);
        line.setAccessibleText(Texts.get("loading.accessible"));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.SOMETIMES);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("loading-sentence");
        getChildren().addAll(line, sentence);
        show(null, "", () -> {});
    }

    /** Shows what is waited for there; the first of several that waits. */
    public void join(Loading... sources) {
        for (Loading source : sources) {
            followed.add(source);
            source.jobProperty().subscribe(job -> follow());
        }
    }

    /**
     * Shows that something is on its way.
     *
     * @param now for how long already; null while nothing is
     * @param title what it is
     * @param stop what the button does
     */
    public void show(@Nullable Pace now, String title, Runnable stop) {
        line.setVisible(now == Pace.SLOW || now == Pace.LONG);
        sentence.setVisible(now == Pace.LONG);
        sentence.setManaged(now == Pace.LONG);
        words.setText(now == null ? "" : Texts.get("loading.long", title));
        cancel.setAccessibleText(Texts.get("work.cancel.named", title));
        cancel.setOnAction(event -> stop.run());
        pace.set(now);
    }

    /** How long it takes already; null while nothing is on its way. */
    public ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    private void follow() {
        ageing.unsubscribe();
        Job<?> job = followed.stream()
                .map(source -> source.jobProperty().get())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (job == null) {
            ageing = Subscription.EMPTY;
            show(null, "", () -> {});
        } else {
            ageing = job.paceProperty().subscribe(now -> show(now, job.title(), job::cancel));
        }
    }
}
