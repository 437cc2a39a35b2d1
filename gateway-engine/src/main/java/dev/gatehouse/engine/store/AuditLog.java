package dev.gatehouse.engine.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who did what, when. Rows that tell of something stored are written in its transaction. */
public final class AuditLog {
    private final Jdbi jdbi;

    /** The audit of a store. */
    public AuditLog(Store store) {
        jdbi = store.jdbi();
    }

    static void insert(Handle handle, AuditRow row) {
        handle.createUpdate("insert into audit (created, actor, action, subject, detail)"
                        + " values (:created, :actor, :action, :subject, :detail)")
                .bind("created", row.created())
                .bind("actor", row.actor())
                .bind("action", row.action())
                .bind("subject", row.subject())
                .bind("detail", row.detail())
                .execute();
    }

    /** Writes a row that tells of something that is not stored. */
    public void write(AuditRow row) {
        jdbi.useHandle(handle -> insert(handle, row));
    }

    /** Rows below a number, newest first. */
    public List<AuditRow> below(long seq, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("select seq, created, actor, action, subject, detail"
                        + " from audit where seq < :seq order by seq desc limit :limit")
                .bind("seq", seq)
                .bind("limit", limit)
                .map((rs, ctx) -> new AuditRow(
                        rs.getLong(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6)))
                .list());
    }
}
