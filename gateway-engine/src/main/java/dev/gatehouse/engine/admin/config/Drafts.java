package dev.gatehouse.engine.admin.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.Control;
import dev.gatehouse.engine.snapshot.Snapshot;

/** Edits that are not applied yet, as {@code {base, patch}}. */
public final class Drafts {
    private Drafts() {}

    /** The snapshot that a draft would lead to; refused as a write of it would be. */
    public static Snapshot compile(Control control, JsonNode draft) {
        JsonNode patch = draft.path("patch");
        Change change = patch.isArray() ? new Change.Operations(patch) : new Change.Merge(patch);
        Integer base = draft.path("base").isInt() ? draft.path("base").asInt() : null;
        return Writes.attempt(() -> control.draft(base, change));
    }
}
