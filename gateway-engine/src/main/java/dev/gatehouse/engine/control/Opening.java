package dev.gatehouse.engine.control;

import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Positions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first revision that a process serves: the one that is given, or the one that was served last. */
record Opening(History history, Checker checker, DataPath dataPath) {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    /** Serves the first revision; what goes back by itself does so here if its time is over or it cannot be served. */
    Served open(Control.@Nullable Given given, Parsed initial) throws Refused.Invalid {
        history.failPending();
        Revision last = history.active();
        if (given != null || last == null || last.confirmBy() == null) {
            return serve(given, initial);
        }
        if (!history.overdue(last)) {
            try {
                return serve(null, initial);
            } catch (Refused.Invalid e) {
                LOG.warn("Revision {} is provisional and cannot be served any more; going back", last.number(), e);
            }
        }
        return serve(history.wayBack(last), initial);
    }

    private Served serve(Control.@Nullable Given given, Parsed initial) throws Refused.Invalid {
        Revision active = history.active();
        Control.Given next =
                given == null && active == null ? new Control.Given(initial, Format.YAML, "First start") : given;
        Served pending = next == null ? null : pending(active, next);
        if (pending == null) {
            Revision last = Objects.requireNonNull(active);
            Parsed document = new Parsed(history.document(last.number()), Positions.NONE, List.of());
            Candidate again = checker.again(document, last.number(), null);
            Served served = new Served(last, again.document(), again.snapshot());
            swap(served);
            return served;
        }
        swap(pending);
        history.activate(pending.revision(), "config.apply");
        return new Served(history.reread(pending.revision()), pending.document(), pending.snapshot());
    }

    /** The given document as a pending revision; null if it is the active one already. */
    private @Nullable Served pending(@Nullable Revision active, Control.Given given) throws Refused.Invalid {
        if (active != null && active.hash().equals(checker.hash(given.document()))) {
            return null; // asked before it is compiled: a certificate that is served may have expired since
        }
        Candidate candidate = checker.candidate(given.document(), history.next(), null);
        Reason reason = new Reason(Control.ENGINE, given.message(), null);
        Revision revision = history.pending(candidate, active, given.format(), reason);
        return new Served(revision, candidate.document(), candidate.snapshot());
    }

    private void swap(Served first) throws Refused.Invalid {
        try {
            dataPath.prepare(first.snapshot()).swap();
        } catch (PrepareFailed e) {
            if (first.revision().state() == Revision.State.PENDING) {
                history.fail(first.revision());
            }
            throw new Refused.Invalid(e.violations());
        }
    }
}
