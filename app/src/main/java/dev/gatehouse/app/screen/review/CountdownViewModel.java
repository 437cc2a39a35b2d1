package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Provisional;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A revision on trial: how long it still has, and how calls fare with it. UI thread; needs no toolkit. */
public final class CountdownViewModel {
    /** How much of the time before is compared with. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    /** The newest seconds of the trial that count as now. */
    private static final Duration NOW = Duration.ofSeconds(30);

    private static final int KEPT = 900;

    private final DraftSession session;
    private final Current current;
    private final InstantSource clock;
    private final List<LiveFrame> frames = new ArrayList<>();
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper traffic = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Subscription listening = Subscription.EMPTY;

    /** The gateway's clock against this one's. */
    private Duration ahead = Duration.ZERO;

    /** Follows the session's provisional revision. */
    public CountdownViewModel(DraftSession session, Current current, InstantSource clock) {
        this.session = session;
        this.current = current;
        this.clock = clock;
        current.property().subscribe(this::follow);
        session.provisionalProperty().subscribe(now -> {
            busy.set(false);
            problem.set("");
            tick();
        });
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return current.lost();
    }

    private void follow(@Nullable Connection next) {
        listening.unsubscribe();
        frames.clear();
        listening = next == null ? Subscription.EMPTY : next.live().listen(this::accept);
    }

    private void accept(List<LiveFrame> fresh) {
        frames.addAll(fresh);
        if (frames.size() > KEPT) {
            frames.subList(0, frames.size() - KEPT).clear();
        }
        ahead = Duration.between(clock.instant(), fresh.getLast().t());
        tick();
    }

    /** Tells that time went on; once a second. */
    public void tick() {
        Provisional trial = session.provisionalProperty().get();
        if (trial == null) {
            words.set("");
            traffic.set("");
            return;
        }
        Instant now = clock.instant().plus(ahead);
        long left = Math.max(0, Duration.between(now, trial.until()).toSeconds());
        words.set(Texts.get("trial.words", trial.revision(), "%d:%02d".formatted(left / 60, left % 60)));
        Traffic before = Traffic.between(frames, trial.since().minus(BEFORE), trial.since());
        Instant recent = now.minus(NOW);
        Traffic after = Traffic.between(frames, recent.isAfter(trial.since()) ? recent : trial.since(), null);
        traffic.set(Texts.get(
                "trial.traffic",
                Figures.percent(before.errors()),
                Figures.percent(after.errors()),
                Figures.milliseconds(before.p95()),
                Figures.milliseconds(after.p95())));
    }

    /** Keeps the revision. */
    void keep() {
        watch(session.keep());
    }

    /** Goes back now. */
    void goBack() {
        watch(session.goBack());
    }

    private void watch(@Nullable Job<Applied> job) {
        if (job != null) {
            busy.set(true);
            job.failed(failure -> {
                busy.set(false);
                problem.set(Texts.get("trial.failed", String.valueOf(failure.getMessage())));
            });
        }
    }

    /** What is on trial and for how long; empty while nothing is. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** How calls fared before and fare now. */
    ReadOnlyStringProperty trafficProperty() {
        return traffic.getReadOnlyProperty();
    }

    /** Why the last decision could not be carried out; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a decision is being carried out. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
