package dev.gatehouse.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The sealed secrets in the store. */
public final class SecretRows {
    private static final String SELECT = "select name, key_id, nonce, sealed, updated from secret";

    private final Jdbi jdbi;

    /** The secrets of a store. */
    public SecretRows(Store store) {
        jdbi = store.jdbi();
    }

    /** Creates or replaces a secret. */
    public void put(SecretRow row, AuditRow audit) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("merge into secret (name, key_id, nonce, sealed, updated) key (name)"
                            + " values (:name, :keyId, :nonce, :sealed, :updated)")
                    .bind("name", row.name())
                    .bind("keyId", row.keyId())
                    .bind("nonce", row.nonce())
                    .bind("sealed", row.sealed())
                    .bind("updated", row.updated())
                    .execute();
            changed(handle, row.name());
            AuditLog.insert(handle, audit);
        });
    }

    /** Removes a secret; false if there was none. */
    public boolean remove(String name, AuditRow audit) {
        return jdbi.inTransaction(handle -> {
            boolean removed = handle.execute("delete from secret where name = ?", name) > 0;
            if (removed) {
                changed(handle, name);
                AuditLog.insert(handle, audit);
            }
            return removed;
        });
    }

    private static void changed(Handle handle, String name) {
        handle.execute("insert into record_change (kind, id) values ('secret', ?)", name);
    }

    /** All secrets, by name. */
    public List<SecretRow> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by name")
                .map(SecretRows::row)
                .list());
    }

    /** One secret. */
    public Optional<SecretRow> byName(String name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where name = :name")
                .bind("name", name)
                .map(SecretRows::row)
                .findOne());
    }

    private static SecretRow row(ResultSet rs, StatementContext ctx) throws SQLException {
        return new SecretRow(rs.getString(1), rs.getString(2), rs.getBytes(3), rs.getBytes(4), rs.getLong(5));
    }
}
