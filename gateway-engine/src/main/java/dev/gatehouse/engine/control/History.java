package dev.gatehouse.engine.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.spec.Canonical;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Positions;
import dev.gatehouse.engine.store.AuditRow;
import dev.gatehouse.engine.store.RevisionRow;
import dev.gatehouse.engine.store.Revisions;
import dev.gatehouse.engine.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The revisions of a gateway, as control sees them. */
public final class History {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Revisions revisions;
    private final InstantSource clock;

    /** The history in a store. */
    public History(Store store, InstantSource clock) {
        revisions = new Revisions(store);
        this.clock = clock;
    }

    InstantSource clock() {
        return clock;
    }

    int next() {
        return revisions.last() + 1;
    }

    @Nullable
    Revision active() {
        return revisions.active().map(History::revision).orElse(null);
    }

    Revision revision(int number) throws Refused.NotFound {
        return revisions
                .byNumber(number)
                .map(History::revision)
                .orElseThrow(() -> new Refused.NotFound("There is no revision " + number + "."));
    }

    Revision reread(Revision revision) {
        return revisions.byNumber(revision.number()).map(History::revision).orElse(revision);
    }

    List<Revision> below(int number, int limit) {
        return revisions.below(number, limit).stream().map(History::revision).toList();
    }

    /** The revision's document, which must be as it was stored. */
    ObjectNode document(int number) {
        String text = revisions.document(number).orElse("");
        try {
            if (JSON.readTree(text) instanceof ObjectNode document
                    && Canonical.hash(document)
                            .equals(revisions
                                    .byNumber(number)
                                    .map(RevisionRow::hash)
                                    .orElse(""))) {
                return document;
            }
        } catch (JsonProcessingException e) {
            throw new DamagedRevision(number, e);
        }
        throw new DamagedRevision(number, null);
    }

    Revision pending(Candidate candidate, @Nullable Revision parent, Format format, Reason reason) {
        Instant now = clock.instant();
        RevisionRow row = new RevisionRow(
                candidate.snapshot().revision(),
                parent == null ? null : parent.number(),
                candidate.hash(),
                format.name().toLowerCase(Locale.ROOT),
                reason.author(),
                reason.message(),
                now.toEpochMilli(),
                Revision.State.PENDING.name(),
                reason.confirmWithin() == null || parent == null
                        ? null
                        : now.plus(reason.confirmWithin()).toEpochMilli(),
                reason.confirmWithin() == null || parent == null ? null : fallback(parent));
        revisions.insert(row, candidate.document().toString());
        return revision(row);
    }

    /** Where to go back to from a provisional revision; a revision that is none is its own way back. */
    int fallback(Revision revision) {
        Integer fallback =
                revisions.byNumber(revision.number()).map(RevisionRow::fallback).orElse(null);
        return revision.confirmBy() == null || fallback == null ? revision.number() : fallback;
    }

    boolean overdue(Revision revision) {
        return revision.confirmBy() != null && !clock.instant().isBefore(revision.confirmBy());
    }

    /** What to serve in the place of a provisional revision. */
    Control.Given wayBack(Revision provisional) {
        int fallback = fallback(provisional);
        return new Control.Given(
                new Parsed(document(fallback), Positions.NONE, List.of()),
                Format.JSON,
                "Revision " + provisional.number() + " was not confirmed: back to " + fallback);
    }

    void activate(Revision revision, String action) {
        revisions.activate(revision.number(), audit(revision, revision.author(), action));
    }

    void confirm(Revision revision, String author) {
        revisions.confirm(revision.number(), audit(revision, author, "config.confirm"));
    }

    void fail(Revision revision) {
        revisions.fail(revision.number());
    }

    void failPending() {
        revisions.failPending();
    }

    private AuditRow audit(Revision revision, String actor, String action) {
        return new AuditRow(
                0, clock.instant().toEpochMilli(), actor, action, "revision " + revision.number(), revision.message());
    }

    private static Revision revision(RevisionRow row) {
        return new Revision(
                row.number(),
                row.parent(),
                row.hash(),
                row.format(),
                row.author(),
                row.message(),
                Instant.ofEpochMilli(row.created()),
                Revision.State.valueOf(row.state()),
                row.confirmBy() == null ? null : Instant.ofEpochMilli(row.confirmBy()));
    }
}
