package dev.gatehouse.app.screen.changes;

import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.client.Revisions;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.table.Rows;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Loading;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The history's state and actions. UI thread; needs no toolkit. */
public final class ChangesViewModel {
    private static final int PAGE = 100;

    private final Current current;
    private final DraftSession session;
    private final Jobs jobs;
    private final Ways ways;
    private final InstantSource clock;
    private final Executor ui;
    private final Rows<RevisionRow> rows;
    private final List<Revision> revisions = new ArrayList<>();
    private final Map<Integer, String> what = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Integer> wanted = new ReadOnlyObjectWrapper<>();
    private final Loading loading = new Loading();
    private final Loading comparing = new Loading();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");
    private Subscription frames = Subscription.EMPTY;
    private @Nullable Connection connection;
    private @Nullable String next;
    private boolean shown;
    private int seen;
    private int asked;

    /** The history of the gateway on show. */
    public ChangesViewModel(
            Current current, DraftSession session, Jobs jobs, Ways ways, InstantSource clock, Executor ui) {
        this.current = current;
        this.session = session;
        this.jobs = jobs;
        this.ways = ways;
        this.clock = clock;
        this.ui = ui;
        rows = new Rows<>(RevisionRow.COLUMNS, Background.executor(), ui);
        current.property().subscribe(this::follow);
    }

    private void follow(@Nullable Connection now) {
        frames.unsubscribe();
        connection = now;
        revisions.clear();
        what.clear();
        rows.clear();
        comparison.set(null);
        wanted.set(null);
        older.set(false);
        loading.forget();
        problem.set("");
        done.set("");
        next = null;
        seen = 0;
        asked++;
        frames = now == null ? Subscription.EMPTY : now.live().listen(this::arrived);
        if (shown) {
            load();
        }
    }

    private void arrived(List<LiveFrame> fresh) {
        if (shown && seen != 0 && fresh.getLast().revision() != seen) {
            load();
        }
    }

    /** Somebody looks: what is shown is read anew. */
    void shown() {
        shown = true;
        load();
    }

    /** Nobody looks: nothing is read any more. */
    void hidden() {
        shown = false;
    }

    /** Reads the newest revisions. */
    void load() {
        read(null);
    }

    /** Reads those before. */
    void loadOlder() {
        if (next != null) {
            read(next);
        }
    }

    private void read(@Nullable String after) {
        Connection from = connection;
        if (from == null || loading.isRunning()) {
            return;
        }
        loading.follow(jobs.start(Texts.get("changes.reading"), told -> new Revisions(from.client()).list(PAGE, after)))
                .then(page -> {
                    if (from.equals(connection)) {
                        problem.set("");
                        take(page, after == null);
                        count(from, page.items());
                    }
                })
                .failed(failure -> {
                    if (from.equals(connection)) {
                        problem.set(Texts.get("changes.failed", String.valueOf(failure.getMessage())));
                    }
                });
    }

    private void take(Revisions.Page page, boolean newest) {
        if (newest) {
            revisions.clear();
        }
        revisions.addAll(page.items());
        next = page.next();
        older.set(next != null);
        seen = revisions.stream()
                .filter(Revision::active)
                .findFirst()
                .map(Revision::revision)
                .orElse(seen);
        show();
        Integer number = wanted.get();
        if (number != null && comparison.get() == null) {
            choose(number);
        }
    }

    private void show() {
        rows.set(revisions.stream()
                .map(revision -> new RevisionRow(revision, what.getOrDefault(revision.revision(), "")))
                .toList());
    }

    /** What each changed takes a comparison each; it comes after the list, and once for each revision. */
    private void count(Connection from, List<Revision> fresh) {
        List<Revision> unknown = fresh.stream()
                .filter(revision -> revision.parent() != null && !what.containsKey(revision.revision()))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        Reading reading = new Reading(from.client());
        Job<Integer> job = jobs.start(Texts.get("changes.counting"), told -> {
            Map<Integer, String> found = new HashMap<>();
            for (Revision revision : unknown) {
                found.put(revision.revision(), reading.what(revision));
                told.done((double) found.size() / unknown.size());
                if (found.size() % 10 == 0 || found.size() == unknown.size()) {
                    Map<Integer, String> some = Map.copyOf(found);
                    ui.execute(() -> counted(from, some));
                }
            }
            return found.size();
        });
        job.failed(failure -> {});
    }

    private void counted(Connection from, Map<Integer, String> found) {
        if (from.equals(connection)) {
            what.putAll(found);
            show();
        }
    }

    /** Shows a revision against the one that it replaced. */
    void choose(int number) {
        wanted.set(number);
        find(number, revision -> compare(revision.parent(), revision));
    }

    /** Shows the chosen revision against another one; which of the two is older does not matter. */
    void compareWith(int other) {
        Integer number = wanted.get();
        if (number != null && number != other) {
            find(Math.max(number, other), revision -> compare(Math.min(number, other), revision));
        }
    }

    /** Shows what lies between two revisions. */
    void compareBoth(int one, int other) {
        wanted.set(Math.max(one, other));
        find(Math.max(one, other), revision -> compare(Math.min(one, other), revision));
    }

    private interface Found {
        void then(Revision revision);
    }

    private void find(int number, Found found) {
        Connection from = connection;
        for (Revision revision : revisions) {
            if (revision.revision() == number) {
                found.then(revision);
                return;
            }
        }
        if (from != null && seen != 0) {
            jobs.start(Texts.get("changes.reading"), told -> new Revisions(from.client()).get(number))
                    .then(found::then)
                    .failed(this::failed);
        }
    }

    private void compare(@Nullable Integer before, Revision revision) {
        Connection from = connection;
        if (from == null) {
            return;
        }
        int number = ++asked;
        comparing.forget();
        done.set("");
        Reading reading = new Reading(from.client());
        comparing
                .follow(jobs.start(
                        Texts.get("changes.comparing"), told -> reading.compare(before, revision, clock.instant())))
                .then(compared -> {
                    if (number == asked) {
                        problem.set("");
                        comparison.set(compared);
                    }
                })
                .failed(failure -> {
                    if (number == asked) {
                        failed(failure);
                    }
                });
    }

    private void failed(Exception failure) {
        problem.set(Texts.get("changes.failed", String.valueOf(failure.getMessage())));
    }

    /** Why the gateway cannot be asked now; empty if it can. */
    ObservableValue<String> lost() {
        return current.lost();
    }

    /** Whether restoring asks for the gateway's name: then it goes through the draft and the review, which do. */
    boolean guarded() {
        Connection to = connection;
        return to != null && to.environment() == Environment.PRODUCTION;
    }

    /** Makes the chosen revision, or one object of it, the newest one. */
    void restore(int number, List<ObjectKey> only) {
        Connection to = connection;
        if (to == null || !lost().getValue().isEmpty()) {
            return;
        }
        if (guarded()) {
            draft(number, only);
            return;
        }
        List<String> objects = only.stream().map(ObjectKey::toString).toList();
        jobs.start(
                        Texts.get("changes.restoring", number),
                        told -> new Revisions(to.client()).restore(number, objects, WriteOptions.plain("")))
                .then(applied -> {
                    if (to.equals(connection)) {
                        done.set(
                                only.isEmpty()
                                        ? Texts.get("changes.restored", number, applied.revision())
                                        : Texts.get(
                                                "changes.restored.object",
                                                only.getFirst().name(),
                                                number,
                                                applied.revision()));
                        session.reload();
                        load();
                    }
                })
                .failed(failure -> {
                    if (to.equals(connection)) {
                        problem.set(
                                failure instanceof AdminFailed refused && refused.status() == 422
                                        ? Texts.get("changes.restore.invalid", number, refused.words())
                                        : Texts.get("changes.failed", String.valueOf(failure.getMessage())));
                    }
                });
    }

    /** Puts the chosen revision, or one object of it, into the draft and opens the review. */
    void draft(int number, List<ObjectKey> only) {
        Comparison shownNow = comparison.get();
        Draft mine = session.draft();
        if (mine != null && shownNow != null && shownNow.newer() == number) {
            mine.restore(shownNow.document(), only, Texts.get("changes.restore.title", number));
            ways.review();
        }
    }

    /** The revisions that were read, newest first, in the table's order. */
    Rows<RevisionRow> rows() {
        return rows;
    }

    /** Whether the gateway serves this revision now: then there is nothing to restore. */
    boolean serves(int number) {
        return number == seen;
    }

    /** The numbers of all revisions that were read, newest first. */
    List<Integer> numbers() {
        return revisions.stream().map(Revision::revision).toList();
    }

    /** What is compared; null while nothing is chosen. */
    ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** The revision that is chosen; null for none. */
    ReadOnlyObjectProperty<@Nullable Integer> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /** The reading of revisions, while it runs. */
    Loading loading() {
        return loading;
    }

    /** The comparing of two revisions, while it runs. */
    Loading comparing() {
        return comparing;
    }

    /** Whether there are older revisions that were not read. */
    ReadOnlyBooleanProperty olderProperty() {
        return older.getReadOnlyProperty();
    }

    /** What went wrong, in sentences; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What was just restored; empty for nothing. */
    ReadOnlyStringProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Where the table's arrangement is remembered. */
    ObservableValue<@Nullable Memory> memory() {
        return current.property().map(Connection::memory);
    }
}
