package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.spec.Canonical;
import dev.gatehouse.engine.spec.Change;
import dev.gatehouse.engine.spec.Diff;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Positions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes and tells the configuration of one gateway. Thread-safe; writes go one by one and block. An apply goes: patch,
 * validate, compile, store as pending, prepare, swap, mark active. What fails before the swap changes nothing; where the
 * mark cannot be written after it, the data path is swapped back.
 */
public final class Control implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Control.class);

    /** Who goes back when nobody confirms. */
    private static final String ENGINE = "gatehouse";

    private final History history;
    private final Checker checker;
    private final DataPath dataPath;
    private final ReentrantLock writing = new ReentrantLock();
    private final Countdown countdown = new Countdown();
    private volatile Served served;
    private boolean closed;

    /** What is served now. */
    private record Served(Revision revision, ObjectNode document, Snapshot snapshot) {}

    private Control(History history, Checker checker, DataPath dataPath, Served served) {
        this.history = history;
        this.checker = checker;
        this.dataPath = dataPath;
        this.served = served;
    }

    /**
     * Serves a given document as a new revision or, without one or where it is the same, the last active revision.
     *
     * @param given what to serve, or null
     * @param initial the document of revision 1, if none is given and there has been none
     * @throws Refused.Invalid if the document is not valid, or cannot be served on this machine
     */
    public static Control start(
            History history, Checker checker, DataPath dataPath, @Nullable Given given, Parsed initial)
            throws Refused.Invalid {
        history.failPending();
        Revision last = history.active();
        if (given != null || last == null || last.confirmBy() == null) {
            return open(history, checker, dataPath, given, initial);
        }
        if (!history.overdue(last)) {
            try {
                return open(history, checker, dataPath, null, initial);
            } catch (Refused.Invalid e) {
                LOG.warn("Revision {} is provisional and cannot be served any more; going back", last.number(), e);
            }
        }
        return open(history, checker, dataPath, history.wayBack(last), initial);
    }

    private static Control open(
            History history, Checker checker, DataPath dataPath, @Nullable Given given, Parsed initial)
            throws Refused.Invalid {
        Revision active = history.active();
        Given next = given == null && active == null ? new Given(initial, Format.YAML, "First start") : given;
        Served served = next == null ? null : pending(history, checker, active, next);
        boolean pending = served != null;
        if (served == null) {
            Revision last = Objects.requireNonNull(active);
            Parsed document = new Parsed(history.document(last.number()), Positions.NONE, List.of());
            Candidate again = checker.candidate(document, last.number(), null);
            served = new Served(last, again.document(), again.snapshot());
        }
        Control control = new Control(history, checker, dataPath, served);
        control.firstSwap(served);
        if (pending) {
            history.activate(served.revision(), "config.apply");
            control.served = new Served(history.reread(served.revision()), served.document(), served.snapshot());
        }
        control.watch();
        return control;
    }

    /** The given document as a pending revision; null if it is the active one already. */
    private static @Nullable Served pending(History history, Checker checker, @Nullable Revision active, Given given)
            throws Refused.Invalid {
        Candidate candidate = checker.candidate(given.document(), history.next(), null);
        if (active != null && active.hash().equals(candidate.hash())) {
            return null;
        }
        Revision revision =
                history.pending(candidate, active, given.format(), new Reason(ENGINE, given.message(), null));
        return new Served(revision, candidate.document(), candidate.snapshot());
    }

    /** A document that is given at the start, and why. */
    public record Given(Parsed document, Format format, String message) {}

    private void firstSwap(Served first) throws Refused.Invalid {
        try {
            dataPath.prepare(first.snapshot()).swap();
        } catch (PrepareFailed e) {
            if (first.revision().state() == Revision.State.PENDING) {
                history.fail(first.revision());
            }
            throw new Refused.Invalid(e.violations());
        }
    }

    /** The active revision. */
    public Revision active() {
        return served.revision();
    }

    /** The snapshot that is served; for explaining, not for changing. */
    public Snapshot snapshot() {
        return served.snapshot();
    }

    /** Everything that is wrong or odd about a document; changes nothing. */
    public Findings validate(Parsed document) {
        writing.lock();
        try {
            return checker.findings(document, history.next(), served.snapshot());
        } finally {
            writing.unlock();
        }
    }

    /**
     * The differences from a revision to a document.
     *
     * @param base the revision's number, or null for the active one
     */
    public List<Change> diff(Parsed document, @Nullable Integer base) throws Refused {
        ObjectNode after = Canonical.tree(checker.bound(document));
        return Diff.between(base == null ? served.document() : document(base), after);
    }

    /** The differences from one revision to another, in either direction of time. */
    public List<Change> diff(int from, int to) throws Refused {
        return Diff.between(document(from), document(to));
    }

    /**
     * The snapshot that a change to a revision's document would lead to; changes nothing.
     *
     * @param base the revision's number, or null for the active one
     * @return compiled, never to be served
     */
    public Snapshot draft(@Nullable Integer base, ConfigWrite.Change change) throws Refused {
        ObjectNode document = base == null ? served.document() : document(base);
        Parsed next = Edits.apply(document, ConfigWrite.Target.DOCUMENT, change);
        writing.lock();
        try {
            return checker.candidate(next, history.next(), served.snapshot()).snapshot();
        } finally {
            writing.unlock();
        }
    }

    /** Applies a write, or only tries it. */
    public Applied apply(ConfigWrite write) throws Refused {
        writing.lock();
        try {
            Preconditions.check(write, served.revision().number(), served.document());
            Parsed next = Edits.apply(served.document(), write.target(), write.change());
            return become(next, write, "config.apply");
        } catch (Refused.Invalid e) {
            throw Edits.placed(e, write);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Makes the document of an earlier revision the newest one, or only some objects of it.
     *
     * @param objects the objects, {@code collection/name}; empty for the whole document
     * @param how its target and change do not count
     */
    public Applied restore(int number, Set<String> objects, ConfigWrite how) throws Refused {
        writing.lock();
        try {
            ObjectNode earlier = document(number);
            ObjectNode document = objects.isEmpty() ? earlier : Restores.objects(served.document(), earlier, objects);
            Preconditions.document(how.ifMatch(), served.revision().number());
            String message = how.message() == null ? "Restore " + what(objects) + "revision " + number : how.message();
            ConfigWrite write = new ConfigWrite(
                    how.target(), how.change(), Set.of("*"), how.author(), message, how.dryRun(), how.confirmWithin());
            return become(new Parsed(document, Positions.NONE, List.of()), write, "config.restore");
        } finally {
            writing.unlock();
        }
    }

    private static String what(Set<String> objects) {
        return objects.isEmpty() ? "" : String.join(", ", new TreeSet<>(objects)) + " from ";
    }

    private Applied become(Parsed next, ConfigWrite write, String action) throws Refused.Invalid {
        Candidate candidate = checker.candidate(next, history.next(), served.snapshot());
        boolean same = candidate.hash().equals(served.revision().hash());
        if (same && served.revision().confirmBy() == null) {
            return new Applied(served.revision().number(), candidate.warnings());
        }
        if (write.dryRun()) {
            return new Applied(candidate.snapshot().revision(), candidate.warnings());
        }
        Reason reason = new Reason(write.author(), write.message(), write.confirmWithin());
        Revision revision = history.pending(candidate, served.revision(), Edits.format(write.change()), reason);
        Served before = served;
        serve(new Served(revision, candidate.document(), candidate.snapshot()));
        try {
            history.activate(revision, action);
        } catch (RuntimeException e) {
            LOG.error(
                    "Revision {} could not be marked active; going back to {}",
                    revision.number(),
                    before.revision().number(),
                    e);
            try {
                serve(before);
            } catch (Refused.Invalid worse) {
                e.addSuppressed(worse);
            }
            throw e;
        }
        served = new Served(history.reread(revision), candidate.document(), candidate.snapshot());
        watch();
        LOG.info("Revision {} is active, by {}", revision.number(), revision.author());
        return new Applied(revision.number(), candidate.warnings());
    }

    private void serve(Served next) throws Refused.Invalid {
        try {
            dataPath.prepare(next.snapshot()).swap();
            served = next;
        } catch (PrepareFailed e) {
            history.fail(next.revision());
            throw new Refused.Invalid(e.violations());
        } catch (RuntimeException e) {
            history.fail(next.revision());
            throw e;
        }
    }

    /** Revisions with a lower number, or the newest for null; newest first. */
    public List<Revision> revisions(@Nullable Integer before, int limit) {
        return history.below(before == null ? Integer.MAX_VALUE : before, limit);
    }

    /** One revision. */
    public Revision revision(int number) throws Refused.NotFound {
        return history.revision(number);
    }

    /** The document of a revision, canonical; the caller's to change. */
    public ObjectNode document(int number) throws Refused.NotFound {
        Served now = served;
        if (now.revision().number() == number) {
            return now.document().deepCopy();
        }
        history.revision(number);
        return history.document(number);
    }

    /** Keeps a provisional revision. */
    public Applied confirm(int number, String author) throws Refused {
        writing.lock();
        try {
            Revision active = served.revision();
            if (history.revision(number).number() != active.number()) {
                throw new Refused.Unfit(
                        "Revision " + number + " is not the active one; that is " + active.number() + ".");
            }
            if (active.confirmBy() == null) {
                throw new Refused.Unfit("Revision " + number + " is not provisional; there is nothing to confirm.");
            }
            history.confirm(active, author);
            served = new Served(history.reread(active), served.document(), served.snapshot());
            watch();
            return new Applied(number, List.of());
        } finally {
            writing.unlock();
        }
    }

    private void watch() {
        Revision active = served.revision();
        countdown.set(active.confirmBy(), () -> goBack(active.number()));
    }

    private void goBack(int number) {
        writing.lock();
        try {
            Revision active = served.revision();
            if (closed || active.number() != number || active.confirmBy() == null) {
                return;
            }
            int fallback = history.fallback(active);
            Parsed document = new Parsed(document(fallback), Positions.NONE, List.of());
            LOG.warn("Revision {} was not confirmed in time; going back to {}", number, fallback);
            become(
                    document,
                    new ConfigWrite(
                            ConfigWrite.Target.DOCUMENT,
                            new ConfigWrite.Change.Replace(document, Format.JSON),
                            Set.of("*"),
                            ENGINE,
                            "Revision " + number + " was not confirmed in time: back to " + fallback,
                            false,
                            null),
                    "config.revert");
        } catch (Refused | RuntimeException e) {
            LOG.error("Revision {} was not confirmed in time, and going back failed", number, e);
        } finally {
            writing.unlock();
        }
    }

    /** Lets go of the countdown; the data path and the store are others' to close. */
    @Override
    public void close() {
        countdown.close();
        writing.lock(); // a write or a way back that is under way ends first
        try {
            closed = true;
        } finally {
            writing.unlock();
        }
    }
}
