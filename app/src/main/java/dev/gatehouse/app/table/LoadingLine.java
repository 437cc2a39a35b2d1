package dev.gatehouse.app.table;

import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ProgressBar;
import javafx.util.Duration;

/** A thin line under a header while something is on its way; nothing for the first 150 ms. It takes no room of its own. */
public final class LoadingLine extends ProgressBar {
    private static final Duration UNSEEN = Duration.millis(150);

    private final PauseTransition pause = new PauseTransition(UNSEEN);

    /** Not loading. */
    public LoadingLine() {
        super(INDETERMINATE_PROGRESS);
        getStyleClass().add("loading-line");
        setMaxWidth(Double.MAX_VALUE);
        setVisible(false);
        pause.setOnFinished(event -> setVisible(true));
    }

    /** Shows whether this is on its way. */
    public void join(ObservableValue<Boolean> loading) {
        loading.subscribe(now -> {
            if (now) {
                pause.playFromStart();
            } else {
                pause.stop();
                setVisible(false);
            }
        });
    }
}
