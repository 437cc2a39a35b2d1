package dev.gatehouse.engine.control;

import dev.gatehouse.engine.store.AuditLog;
import dev.gatehouse.engine.store.AuditRow;
import dev.gatehouse.engine.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what, when. */
public final class Audit {
    private final AuditLog log;

    /** The audit in a store. */
    public Audit(Store store) {
        log = new AuditLog(store);
    }

    /**
     * Something that somebody did.
     *
     * @param action such as {@code config.apply}
     */
    public record Entry(
            long seq,
            Instant time,
            String actor,
            String action,
            String subject,
            @Nullable String detail) {}

    /** Takes down what somebody did that changes nothing stored; blocks. */
    void write(String actor, String action, String subject, @Nullable String detail, Instant at) {
        log.write(new AuditRow(0, at.toEpochMilli(), actor, action, subject, detail));
    }

    /** Entries below a number, or the newest for null; newest first. */
    public List<Entry> below(@Nullable Long seq, int limit) {
        return log.below(seq == null ? Long.MAX_VALUE : seq, limit).stream()
                .map(row -> new Entry(
                        row.seq(),
                        Instant.ofEpochMilli(row.created()),
                        row.actor(),
                        row.action(),
                        row.subject(),
                        row.detail()))
                .toList();
    }
}
