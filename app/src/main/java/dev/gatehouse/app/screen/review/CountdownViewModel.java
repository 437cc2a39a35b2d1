package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Stats;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Provisional;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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

    /** How often the numbers are read anew. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final Duration STEP = Duration.ofSeconds(1);

    private record Compared(Traffic before, Traffic now) {}

    private final DraftSession session;
    private final Current current;
    private final Jobs jobs;
    private final InstantSource clock;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper traffic = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Job<Compared> asking;
    private Instant asked = Instant.EPOCH;
    private Subscription listening = Subscription.EMPTY;

    /** The gateway's clock against this one's. */
    private Duration ahead = Duration.ZERO;

    /** Follows the session's provisional revision. */
    public CountdownViewModel(DraftSession session, Current current, Jobs jobs, InstantSource clock) {
        this.session = session;
        this.current = current;
        this.jobs = jobs;
        this.clock = clock;
        current.property().subscribe(this::follow);
        session.provisionalProperty().subscribe(now -> {
            busy.set(false);
            problem.set("");
            forget();
            tick();
        });
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return current.lost();
    }

    private void follow(@Nullable Connection next) {
        listening.unsubscribe();
        forget();
        listening = next == null ? Subscription.EMPTY : next.live().listen(this::accept);
    }

    private void accept(List<LiveFrame> fresh) {
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
        if (traffic.get().isEmpty()) {
            show(new Compared(Traffic.NONE, Traffic.NONE));
        }
        if (asking == null && Duration.between(asked, now).compareTo(FRESH) >= 0) {
            ask(trial, now);
        }
    }

    /** Reads how calls fared: percentiles of the live seconds do not add up to one of the minute. */
    private void ask(Provisional trial, Instant now) {
        Connection from = current.get();
        if (from == null || !lost().getValue().isEmpty()) {
            return;
        }
        asked = now;
        Stats stats = new Stats(from.client());
        // What a gateway knows are whole seconds: the one of the change is neither before nor after.
        Instant change = trial.since().truncatedTo(ChronoUnit.SECONDS);
        Instant since = change.plusSeconds(1);
        Instant recent = now.minus(NOW).isAfter(since) ? now.minus(NOW) : since;
        Job<Compared> job = jobs.quiet(
                Texts.get("trial.reading"),
                told -> new Compared(
                        Traffic.of(stats.whole(change.minus(BEFORE), change, STEP)),
                        recent.isBefore(now) ? Traffic.of(stats.whole(recent, now, STEP)) : Traffic.NONE));
        asking = job;
        job.then(compared -> {
                    if (job.equals(asking)) {
                        asking = null;
                        show(compared);
                    }
                })
                .failed(failure -> {
                    // Numbers are beside the decision: the strip keeps those that it has, and asks again.
                    if (job.equals(asking)) {
                        asking = null;
                    }
                });
    }

    private void show(Compared compared) {
        traffic.set(Texts.get(
                "trial.traffic",
                Figures.percent(compared.before().errors()),
                Figures.percent(compared.now().errors()),
                Figures.milliseconds(compared.before().p95()),
                Figures.milliseconds(compared.now().p95())));
    }

    private void forget() {
        asking = null;
        asked = Instant.EPOCH;
        traffic.set("");
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
