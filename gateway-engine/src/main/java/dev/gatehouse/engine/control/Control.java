package dev.gatehouse.engine.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.spec.Change;
import dev.gatehouse.engine.spec.Parsed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes and tells the configuration of one gateway. Thread-safe; blocks while it writes; writes go one by one. */
public interface Control {
    /** The active revision. */
    Revision active();

    /** Everything that is wrong or odd about a document; changes nothing. */
    Findings validate(Parsed document);

    /**
     * The differences from a revision to a document.
     *
     * @param base the revision's number, or null for the active one
     * @throws Refused.Invalid if the document is not valid
     * @throws Refused.NotFound if there is no such revision
     */
    List<Change> diff(Parsed document, @Nullable Integer base) throws Refused;

    /** Applies a write, or only tries it. */
    Applied apply(ConfigWrite write) throws Refused;

    /**
     * Revisions, newest first.
     *
     * @param before only those with a lower number, or null for the newest
     * @param limit at most so many
     */
    List<Revision> revisions(@Nullable Integer before, int limit);

    /** One revision. */
    Revision revision(int number) throws Refused.NotFound;

    /** The document of a revision, canonical; the caller's to change. */
    ObjectNode document(int number) throws Refused.NotFound;

    /** Makes the document of an earlier revision a new revision; the write's target and change do not count. */
    Applied restore(int number, ConfigWrite how) throws Refused;

    /** Keeps a provisional revision. */
    Applied confirm(int number, String author) throws Refused;
}
