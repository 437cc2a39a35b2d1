package dev.gatehouse.app.screen.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.Findings;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Conflict;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Merge;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The review's state and actions. UI thread; needs no toolkit. */
public final class ReviewViewModel {
    private static final String FATE = "review.fate";

    private final DraftSession session;
    private final Current current;
    private final Jobs jobs;
    private final Ways ways;
    private final ObservableList<ReviewItem> items = FXCollections.observableArrayList();
    private final ObservableList<Remark> elsewhere = FXCollections.observableArrayList();
    private final StringProperty message = new SimpleStringProperty("");
    private final StringProperty typedName = new SimpleStringProperty("");
    private final ObjectProperty<Fate> fate = new SimpleObjectProperty<>(Fate.FOR_GOOD);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final Loading checking = new Loading();
    private final ReadOnlyStringWrapper applying = new ReadOnlyStringWrapper("");
    private final Set<ObjectKey> left = new HashSet<>();
    private Subscription drafting = Subscription.EMPTY;
    private boolean open;
    private int asked;
    private int revision;

    /** A review of the session's draft. */
    public ReviewViewModel(DraftSession session, Current current, Jobs jobs, Ways ways) {
        this.session = session;
        this.current = current;
        this.jobs = jobs;
        this.ways = ways;
        session.draftProperty().subscribe(this::follow);
        session.mergeProperty().subscribe(now -> judge());
        typedName.subscribe(now -> judge());
        current.lost().subscribe(now -> judge());
        fate.addListener((property, before, now) -> {
            Connection to = current.get();
            if (to != null) {
                to.memory().put(FATE, now.name());
            }
        });
    }

    /** Somebody opens the review: it looks anew. */
    void open() {
        open = true;
        problem.set("");
        done.set("");
        typedName.set("");
        recall();
        fill();
        check();
    }

    /** Whoever applies on trial goes on doing so: the time is remembered with the gateway. */
    private void recall() {
        Connection to = current.get();
        fate.set(to == null ? Fate.FOR_GOOD : Fate.named(to.memory().get(FATE, "")));
    }

    /** Nobody looks any more. */
    void close() {
        open = false;
    }

    private void follow(@Nullable Draft draft) {
        drafting.unsubscribe();
        left.clear();
        message.set("");
        done.set("");
        drafting = draft == null ? Subscription.EMPTY : draft.addListener(this::changed);
        fill();
    }

    private void changed() {
        if (open) {
            fill();
            check();
        }
    }

    private void fill() {
        Draft draft = session.draft();
        List<ReviewItem> now = new ArrayList<>();
        for (ObjectChange change : draft == null ? List.<ObjectChange>of() : draft.changes()) {
            boolean broken = draft != null && draft.held(change.key()) != null;
            ReviewItem item = new ReviewItem(change, !broken && !left.contains(change.key()));
            item.chosenProperty().addListener((property, before, chosen) -> choose(change.key(), chosen));
            now.add(item);
        }
        items.setAll(now);
        judge();
    }

    private void choose(ObjectKey key, boolean chosen) {
        if (chosen) {
            left.remove(key);
        } else {
            left.add(key);
        }
        judge();
        check();
    }

    private Set<ObjectKey> chosen() {
        Set<ObjectKey> chosen = new HashSet<>();
        items.forEach(item -> {
            if (item.chosenProperty().get()) {
                chosen.add(item.change().key());
            }
        });
        return chosen;
    }

    /** Asks the gateway about what is chosen. */
    private void check() {
        Draft draft = session.draft();
        Connection to = current.get();
        int number = ++asked;
        if (draft == null || to == null || items.isEmpty()) {
            remark(Findings.none());
            return;
        }
        checking.forget();
        judge();
        ObjectNode document = draft.part(chosen());
        checking.follow(jobs.start(
                        Texts.get("review.checking"), told -> new Configurations(to.client()).validate(document)))
                .then(findings -> {
                    if (number == asked) {
                        remark(findings);
                    }
                })
                .failed(failure -> {
                    if (number == asked) {
                        problem.set(Texts.get("review.unchecked", String.valueOf(failure.getMessage())));
                        judge();
                    }
                });
    }

    private void remark(Findings findings) {
        List<Remark> remarks = new ArrayList<>();
        findings.violations().forEach(finding -> remarks.add(Remark.of(Status.BAD, finding)));
        findings.warnings().forEach(finding -> remarks.add(Remark.of(Status.ATTENTION, finding)));
        Set<ObjectKey> shown = new HashSet<>();
        for (ReviewItem item : items) {
            ObjectKey key = item.change().key();
            shown.add(key);
            item.remarksProperty()
                    .set(remarks.stream()
                            .filter(remark -> key.equals(remark.key()))
                            .toList());
        }
        elsewhere.setAll(remarks.stream()
                .filter(remark -> remark.key() == null || !shown.contains(remark.key()))
                .toList());
        judge();
    }

    /** Why it cannot be applied now; empty if it can. */
    private void judge() {
        why.set(reason());
    }

    private String reason() {
        Connection to = current.get();
        if (session.mergeProperty().get() != null) {
            return Texts.get("review.why.merge");
        }
        if (!current.lost().getValue().isEmpty()) {
            return current.lost().getValue();
        }
        if (to == null || chosen().isEmpty()) {
            return Texts.get("review.why.nothing");
        }
        if (!applying.get().isEmpty()) {
            return Texts.get("review.why.applying");
        }
        if (remarks().anyMatch(remark -> remark.status() == Status.BAD)) {
            return Texts.get("review.why.violations");
        }
        if (nameNeeded() && !typedName.get().strip().equals(to.name())) {
            return Texts.get("review.why.name", to.name());
        }
        return "";
    }

    private Stream<Remark> remarks() {
        return Stream.concat(elsewhere.stream(), items.stream().flatMap(item -> item.remarksProperty().get().stream()));
    }

    /** Applies what is chosen, if nothing is in the way. */
    void apply() {
        judge();
        if (!why.get().isEmpty()) {
            return;
        }
        problem.set("");
        done.set("");
        Fate until = fate.get();
        WriteOptions options =
                new WriteOptions(message.get().strip(), until == Fate.FOR_GOOD ? null : until.trial(), false);
        int count = chosen().size();
        Job<Applied> job = session.apply(chosen(), options);
        if (job == null) {
            return;
        }
        applying.set(job.title());
        job.doingProperty().addListener((property, before, doing) -> applying.set(doing));
        judge();
        job.then(applied -> applied(applied, count, until)).failed(this::refused);
    }

    private void applied(Applied applied, int count, Fate until) {
        applying.set("");
        message.set("");
        typedName.set("");
        revision = applied.revision();
        done.set(
                until == Fate.FOR_GOOD
                        ? Texts.get("review.done", revision, count)
                        : Texts.get("review.done.trial", revision));
        judge();
    }

    private void refused(Exception failure) {
        applying.set("");
        if (failure instanceof AdminFailed refusal) {
            problem.set(
                    switch (refusal.status()) {
                        case 412 -> Texts.get("review.stale");
                        case 422 -> Texts.get("review.invalid");
                        default -> Texts.get("review.failed", refusal.words());
                    });
            if (refusal.status() == 422) {
                remark(Findings.of(refusal));
            }
        } else {
            problem.set(Texts.get("review.failed", String.valueOf(failure.getMessage())));
        }
        judge();
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return current.lost();
    }

    /** Decides a conflict with the newer revision. */
    void decide(Conflict conflict, Conflict.Choice choice) {
        Merge merge = session.mergeProperty().get();
        if (merge != null) {
            merge.choose(conflict, choice);
            judge();
        }
    }

    /** Brings the draft onto the newer revision. */
    void merge() {
        session.settle();
        if (session.mergeProperty().get() == null) {
            problem.set("");
        }
        check();
    }

    /** Opens the field of a remark or an item where it is edited. */
    void go(ObjectKey key, String pointer) {
        ways.field(key, pointer);
    }

    /** Makes an object as it is on the gateway. */
    void revert(ReviewItem item) {
        Draft draft = session.draft();
        if (draft != null) {
            draft.revert(item.change().key());
        }
    }

    /** Opens the revision that was just applied. */
    void showRevision() {
        ways.revision(revision);
    }

    /** Whether the gateway is one in production: its name has to be typed. */
    boolean nameNeeded() {
        Connection to = current.get();
        return to != null && to.environment() == Environment.PRODUCTION;
    }

    /** The gateway's name. */
    String gateway() {
        Connection to = current.get();
        return to == null ? "" : to.name();
    }

    /** The revision that the draft starts from. */
    int base() {
        Draft draft = session.draft();
        return draft == null ? 0 : draft.baseRevision();
    }

    /** The changed objects. */
    ObservableList<ReviewItem> items() {
        return items;
    }

    /** What the gateway says of objects that the draft does not change. */
    ObservableList<Remark> elsewhere() {
        return elsewhere;
    }

    /** A newer revision that collides with the draft. */
    ReadOnlyObjectProperty<@Nullable Merge> mergeProperty() {
        return session.mergeProperty();
    }

    /** Why, as it stands in the history. */
    StringProperty messageProperty() {
        return message;
    }

    /** The gateway's name as it was typed. */
    StringProperty typedNameProperty() {
        return typedName;
    }

    /** For how long. */
    ObjectProperty<Fate> fateProperty() {
        return fate;
    }

    /** What went wrong, a sentence; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was just applied; empty for nothing. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Why it cannot be applied now; empty if it can. */
    ReadOnlyStringProperty whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** The question to the gateway, while it runs. */
    Loading checking() {
        return checking;
    }

    /** What is being done while it is applied; empty else. */
    ReadOnlyStringProperty applyingProperty() {
        return applying.getReadOnlyProperty();
    }
}
