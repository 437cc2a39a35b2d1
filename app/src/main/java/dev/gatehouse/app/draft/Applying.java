package dev.gatehouse.app.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Applied;
import dev.gatehouse.app.client.Configurations;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Progress;
import org.jspecify.annotations.Nullable;

/** Writes a document and reads what the gateway made of it. Background. */
final class Applying {
    /**
     * What came of it.
     *
     * @param now what the gateway has now; null if it applied the document and could not be asked after
     */
    record Outcome(
            Applied applied,
            Base sent,
            @Nullable Base now,
            @Nullable Provisional provisional) {}

    private Applying() {}

    static Outcome run(Connection to, ObjectNode document, Base base, WriteOptions options, Progress told)
            throws AdminFailed {
        Configurations configurations = new Configurations(to.client());
        told.doing(Texts.get("draft.applying.write"));
        Applied applied = configurations.put(document, base.etag(), options);
        Base sent = new Base(document, applied.revision(), base.etag());
        try {
            told.doing(Texts.get("draft.applying.read"));
            Configurations.Whole whole = configurations.get();
            Base now = new Base(whole.document(), whole.revision(), whole.etag());
            return new Outcome(applied, sent, now, DraftSession.provisional(to, whole.revision()));
        } catch (AdminFailed afterwards) {
            // It is applied; the next live frame leads to reading it again.
            return new Outcome(applied, sent, null, null);
        }
    }
}
