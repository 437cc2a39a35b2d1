package dev.gatehouse.app.screen.review;

import dev.gatehouse.app.client.Finding;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says of the draft.
 *
 * @param status bad for what cannot be applied, attention for what is odd
 * @param words what, and what would be right
 * @param key the object; null for none
 * @param pointer within it
 */
record Remark(Status status, String words, @Nullable ObjectKey key, String pointer) {
    /** A finding of the gateway's, whose pointer leads into the document. */
    static Remark of(Status status, Finding finding) {
        ObjectKey key = ObjectKey.in(finding.pointer());
        String words = finding.hint().isEmpty() ? finding.message() : finding.message() + " " + finding.hint();
        return new Remark(status, words, key, key == null ? finding.pointer() : key.within(finding.pointer()));
    }
}
