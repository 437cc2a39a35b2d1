package dev.gatehouse.app.shell;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.StatusMark;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Work that runs, above the status bar: name, progress or elapsed time, and a way to stop it. */
final class WorkDrawer {
    private final WorkList work;
    private final InstantSource clock;
    private final VBox pane;
    private final Button chip;
    private final List<Runnable> clocks = new ArrayList<>();
    private boolean open;

    /**
     * A drawer.
     *
     * @param pane where it rises
     * @param chip in the status bar: says what runs, and opens and closes the drawer
     */
    WorkDrawer(WorkList work, ObservableList<Job<?>> jobs, InstantSource clock, VBox pane, Button chip) {
        this.work = work;
        this.clock = clock;
        this.pane = pane;
        this.chip = chip;
        pane.setMaxHeight(Region.USE_PREF_SIZE);
        chip.setOnAction(event -> toggle());
        work.shown().addListener((ListChangeListener<Job<?>>) change -> fill());
        work.endingsProperty().addListener((property, before, now) -> fill());
        jobs.addListener((ListChangeListener<Job<?>>) change -> {
            PauseTransition soon = new PauseTransition(javafx.util.Duration.millis(WorkList.UNSEEN_MILLIS + 10.0));
            soon.setOnFinished(event -> work.look());
            soon.play();
        });
        fill();
    }

    /** Opens it, or closes it. */
    void toggle() {
        open = !open;
        fill();
        if (open && !pane.getChildren().isEmpty()) {
            pane.lookupAll(".button").stream().findFirst().ifPresent(node -> node.requestFocus());
        }
    }

    private void fill() {
        boolean any = !work.shown().isEmpty();
        boolean risen = any && open;
        pane.setVisible(risen);
        pane.setManaged(risen);
        chip.setVisible(any);
        chip.setManaged(any);
        clocks.clear();
        pane.getChildren().clear();
        if (any) {
            work.shown().forEach(job -> pane.getChildren().add(row(job)));
            tick();
        } else {
            open = false;
        }
    }

    /** Tells the time, once a second. No timeline of its own: one would keep the toolkit at sixty pulses a second. */
    void tick() {
        work.look();
        clocks.forEach(Runnable::run);
        long running = work.running();
        String newest = work.shown().isEmpty() ? "" : work.shown().getFirst().title();
        if (chip.getGraphic() instanceof StatusMark mark) {
            mark.statusProperty().set(running > 0 ? Status.WAITING : newestStatus());
        }
        chip.setText(
                running == 0
                        ? work.shown().stream()
                                .findFirst()
                                .map(WorkDrawer::ended)
                                .orElse("")
                        : running == 1
                                ? work.shown().stream()
                                        .filter(job -> job.stateProperty().get() == Job.State.RUNNING)
                                        .map(Job::title)
                                        .findFirst()
                                        .orElse(newest)
                                : Texts.get("work.several", running));
        chip.setAccessibleText(chip.getText());
    }

    private Status newestStatus() {
        return work.shown().isEmpty() ? Status.OFF : status(work.shown().getFirst());
    }

    private HBox row(Job<?> job) {
        Label title = new Label(job.title());
        title.getStyleClass().add("t-strong");
        Label detail = new Label();
        detail.getStyleClass().add("t-help");
        VBox words = new VBox(title, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new StatusMark(status(job)), words);
        row.getStyleClass().add("work-row");
        if (job.stateProperty().get() == Job.State.RUNNING) {
            ProgressBar bar = new ProgressBar();
            bar.getStyleClass().add("work-progress");
            bar.progressProperty().bind(Bindings.max(job.shareProperty(), ProgressBar.INDETERMINATE_PROGRESS));
            Button cancel = new Button(Texts.get("work.cancel"));
            cancel.setAccessibleText(Texts.get("work.cancel.named", job.title()));
            cancel.setOnAction(event -> job.cancel());
            row.getChildren().addAll(bar, cancel);
            clocks.add(() -> {
                String took = Ages.words(Duration.between(job.started(), clock.instant()));
                String doing = job.doingProperty().get();
                detail.setText(doing.isEmpty() ? took : took + " · " + doing);
            });
        } else {
            detail.setText(word(job));
        }
        return row;
    }

    private static String ended(Job<?> job) {
        return Texts.get("work.ended", word(job), job.title());
    }

    private static String word(Job<?> job) {
        return switch (job.stateProperty().get()) {
            case DONE -> Texts.get("work.state.done");
            case CANCELLED -> Texts.get("work.state.cancelled");
            case FAILED -> Texts.get("work.state.failed");
            case RUNNING -> "";
        };
    }

    private static Status status(Job<?> job) {
        return switch (job.stateProperty().get()) {
            case RUNNING -> Status.WAITING;
            case DONE -> Status.GOOD;
            case FAILED -> Status.BAD;
            case CANCELLED -> Status.OFF;
        };
    }
}
