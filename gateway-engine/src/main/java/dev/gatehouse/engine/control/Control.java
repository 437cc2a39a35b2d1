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
import dev.gatehouse.engine.spec.Violation;
import java.util.List;
import java.util.Set;
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
    static final String ENGINE = "gatehouse";

    private final History history;
    private final Checker checker;
    private final DataPath dataPath;
    private final ReentrantLock writing = new ReentrantLock();
    private final Countdown countdown;
    private volatile Served served;

    /** The revision that is being prepared; 0 for none. */
    private volatile int pending;

    private volatile @Nullable Failure lastFailure;
    private volatile boolean closed;

    /** What the references led to when that was last looked at; under the lock. */
    private String renewed = "";

    private Control(History history, Checker checker, DataPath dataPath, Served served) {
        this.history = history;
        this.checker = checker;
        this.dataPath = dataPath;
        this.served = served;
        countdown = new Countdown(history.clock());
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
        Served first = new Opening(history, checker, dataPath).open(given, initial);
        Control control = new Control(history, checker, dataPath, first);
        control.watch();
        return control;
    }

    /** A document that is given at the start, and why. */
    public record Given(Parsed document, Format format, String message) {}

    /** The active revision. */
    public Revision active() {
        return served.revision();
    }

    /**
     * The number of the revision that is wanted: the active one, but the one that is being prepared while a change is on
     * its way, and the one to go back to while a provisional revision waits for its confirmation.
     */
    public int desired() {
        int coming = pending;
        Revision active = served.revision();
        return coming != 0 ? coming : active.confirmBy() == null ? active.number() : history.fallback(active);
    }

    /** The last change that failed, or null if the last one did not. */
    public @Nullable Failure lastFailure() {
        return lastFailure;
    }

    /** The snapshot that is served; for explaining, not for changing. */
    public Snapshot snapshot() {
        return served.snapshot();
    }

    /** Everything that is wrong or odd about a document; changes nothing. */
    public Findings validate(Parsed document) {
        return checker.findings(document, history.next(), served.snapshot());
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
        return checker.candidate(next, history.next(), served.snapshot()).snapshot();
    }

    /** Applies a write, or only tries it. */
    public Applied apply(ConfigWrite write) throws Refused {
        return write(write, "config.apply", () -> {
            Served now = served;
            Preconditions.check(write, now.revision().number(), now.document());
            return Edits.apply(now.document(), write.target(), write.change());
        });
    }

    /**
     * Makes the document of an earlier revision the newest one, or only some objects of it.
     *
     * @param objects the objects, {@code collection/name}; empty for all
     * @param owner whose objects alone are meant, or null for everybody's
     * @param how its target and change do not count
     */
    public Applied restore(int number, Set<String> objects, @Nullable String owner, ConfigWrite how) throws Refused {
        String of = Restores.what(objects, owner);
        String message = how.message() == null ? "Restore " + of + "revision " + number : how.message();
        return write(how.because(message), "config.restore", () -> {
            Served now = served;
            Preconditions.document(how.ifMatch(), now.revision().number());
            ObjectNode earlier = document(number);
            Set<String> meant = owner == null ? objects : Restores.owned(owner, now.document(), earlier, objects);
            ObjectNode document = meant.isEmpty() ? earlier : Restores.objects(now.document(), earlier, meant);
            return new Parsed(document, Positions.NONE, List.of());
        });
    }

    /** The document that a write leads to. */
    private interface Next {
        Parsed document() throws Refused;
    }

    /** Does a write; one that only tries neither waits for others nor keeps them waiting. */
    private Applied write(ConfigWrite write, String action, Next next) throws Refused {
        if (write.dryRun()) {
            try {
                Parsed document = next.document();
                Served now = served;
                Candidate candidate = checker.candidate(document, history.next(), now.snapshot());
                Owners.check(write.principal(), now.document(), candidate.document());
                int number = isServed(candidate, now)
                        ? now.revision().number()
                        : candidate.snapshot().revision();
                return new Applied(number, candidate.warnings());
            } catch (Refused.Invalid e) {
                throw Edits.placed(e, write);
            }
        }
        writing.lock();
        try {
            if (closed) {
                throw new Refused.Stopping();
            }
            Applied applied = become(next.document(), write, action);
            lastFailure = null;
            return applied;
        } catch (Refused.Invalid e) {
            Refused.Invalid placed = Edits.placed(e, write);
            failed(write.principal().name(), placed.why(), placed.violations());
            throw placed;
        } catch (RuntimeException e) {
            failed(
                    write.principal().name(),
                    "The change could not be stored or served; the log has the cause.",
                    List.of());
            throw e;
        } finally {
            pending = 0;
            writing.unlock();
        }
    }

    private void failed(String author, String message, List<Violation> violations) {
        lastFailure = new Failure(history.clock().instant(), author, message, violations);
    }

    private static boolean isServed(Candidate candidate, Served now) {
        return candidate.hash().equals(now.revision().hash()) && now.revision().confirmBy() == null;
    }

    private Applied become(Parsed next, ConfigWrite write, String action) throws Refused {
        Candidate candidate = checker.candidate(next, history.next(), served.snapshot());
        Owners.check(write.principal(), served.document(), candidate.document());
        if (isServed(candidate, served)) {
            return new Applied(served.revision().number(), candidate.warnings());
        }
        Reason reason = new Reason(write.principal().name(), write.message(), write.confirmWithin());
        Revision revision = history.pending(candidate, served.revision(), Edits.format(write.change()), reason);
        Served before = served;
        pending = revision.number();
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
            swap(next.snapshot());
            served = next;
        } catch (Refused.Invalid | RuntimeException e) {
            history.fail(next.revision());
            throw e;
        }
    }

    private void swap(Snapshot next) throws Refused.Invalid {
        try {
            dataPath.prepare(next).swap();
        } catch (PrepareFailed e) {
            throw new Refused.Invalid(e.violations());
        }
    }

    /**
     * Removes a secret that nothing refers to.
     *
     * @return false if there was none
     * @throws Refused.Unfit if an object of the configuration refers to it, or of the one to go back to
     */
    public boolean removeSecret(Secrets secrets, String name, String actor) throws Refused {
        writing.lock(); // so that nothing begins to refer to it meanwhile
        try {
            Set<String> users = checker.users(served.document(), name);
            int fallback = desired();
            if (fallback != served.revision().number()) {
                users.addAll(checker.users(document(fallback), name));
            }
            if (!users.isEmpty()) {
                throw new Refused.Unfit("The secret " + name + " is in use by " + String.join(", ", users)
                        + ". Let them refer to another one first.");
            }
            return secrets.remove(name, actor);
        } finally {
            writing.unlock();
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
            if (closed) {
                throw new Refused.Stopping();
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
                    ConfigWrite.ofGateway(
                            document, "Revision " + number + " was not confirmed in time: back to " + fallback),
                    "config.revert");
        } catch (Refused | RuntimeException e) {
            LOG.error("Revision {} was not confirmed in time, and going back failed", number, e);
            List<Violation> why = e instanceof Refused.Invalid invalid ? invalid.violations() : List.of();
            failed(ENGINE, "Revision " + number + " was not confirmed in time, and going back failed.", why);
        } finally {
            pending = 0;
            writing.unlock();
        }
    }

    /**
     * Serves the active revision with what its references lead to now, if that has changed. What cannot be served is told
     * of, and what was served goes on.
     */
    public void renew() {
        writing.lock();
        try {
            Served now = served;
            String print = checker.fingerprint(now.document());
            if (closed || print.equals(renewed)) {
                return;
            }
            renewed = print;
            Parsed document = new Parsed(now.document(), Positions.NONE, List.of());
            Candidate again = checker.candidate(document, now.revision().number(), now.snapshot());
            swap(again.snapshot());
            served = new Served(now.revision(), now.document(), again.snapshot());
            Failure last = lastFailure;
            lastFailure = last != null && last.author().equals(ENGINE) ? null : last;
        } catch (Refused.Invalid e) {
            LOG.warn("A changed secret or file cannot be served: {}", e.violations());
            failed(ENGINE, "A changed secret or file cannot be served; the old one goes on.", e.violations());
        } finally {
            writing.unlock();
        }
    }

    /** Takes no more writes and lets go of the countdown; the data path and the store are others' to close. */
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
