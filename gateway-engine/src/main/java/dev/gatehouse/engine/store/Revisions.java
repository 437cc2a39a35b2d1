package dev.gatehouse.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The revisions in the store. Each method is one transaction, on disk when it returns. */
public final class Revisions {
    private static final String COLUMNS =
            "number, parent, hash, format, author, message, created, state, confirm_by, fallback";

    private final Jdbi jdbi;

    /** The revisions of a store. */
    public Revisions(Store store) {
        jdbi = store.jdbi();
    }

    /** The highest number that has been used, 0 if none. */
    public int last() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(max(number), 0) from revision")
                .mapTo(Integer.class)
                .one());
    }

    /** Keeps a revision with its document. */
    public void insert(RevisionRow row, String document) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into revision (" + COLUMNS + ", document) values"
                        + " (:number, :parent, :hash,"
                        + " :format, :author,"
                        + " :message, :created,"
                        + " :state, :confirmBy,"
                        + " :fallback, :document)")
                .bind("number", row.number())
                .bind("parent", row.parent())
                .bind("hash", row.hash())
                .bind("format", row.format())
                .bind("author", row.author())
                .bind("message", row.message())
                .bind("created", row.created())
                .bind("state", row.state())
                .bind("confirmBy", row.confirmBy())
                .bind("fallback", row.fallback())
                .bind("document", zip(document))
                .execute());
    }

    /** Makes a pending revision the active one, and takes it down in the audit. */
    public void activate(int number, AuditRow audit) {
        jdbi.useTransaction(handle -> {
            handle.execute("update revision set state = 'SUPERSEDED', confirm_by = null where state = 'ACTIVE'");
            handle.execute("update revision set state = 'ACTIVE' where number = ?", number);
            AuditLog.insert(handle, audit);
        });
    }

    /** Notes that a pending revision was never served. */
    public void fail(int number) {
        jdbi.useHandle(handle ->
                handle.execute("update revision set state = 'FAILED' where number = ? and state = 'PENDING'", number));
    }

    /** Notes that what was pending when the process ended was never served. */
    public void failPending() {
        jdbi.useHandle(handle -> handle.execute("update revision set state = 'FAILED' where state = 'PENDING'"));
    }

    /** Keeps a provisional revision for good. */
    public void confirm(int number, AuditRow audit) {
        jdbi.useTransaction(handle -> {
            handle.execute("update revision set confirm_by = null, fallback = null where number = ?", number);
            AuditLog.insert(handle, audit);
        });
    }

    /** The active revision. */
    public Optional<RevisionRow> active() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from revision where state = 'ACTIVE'")
                        .map(Revisions::row)
                        .findOne());
    }

    /** A revision. */
    public Optional<RevisionRow> byNumber(int number) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from revision where number = :number")
                        .bind("number", number)
                        .map(Revisions::row)
                        .findOne());
    }

    /** Revisions below a number, newest first. */
    public List<RevisionRow> below(int number, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from revision where number < :number order by number desc limit :limit")
                .bind("number", number)
                .bind("limit", limit)
                .map(Revisions::row)
                .list());
    }

    /** A revision's document. */
    public Optional<String> document(int number) {
        return jdbi.withHandle(
                (Handle handle) -> handle.createQuery("select document from revision where number = :number")
                        .bind("number", number)
                        .map((rs, ctx) -> unzip(rs.getBytes(1)))
                        .findOne());
    }

    private static RevisionRow row(ResultSet rs, StatementContext ctx) throws SQLException {
        return new RevisionRow(
                rs.getInt("number"),
                integer(rs, "parent"),
                rs.getString("hash"),
                rs.getString("format"),
                rs.getString("author"),
                rs.getString("message"),
                rs.getLong("created"),
                rs.getString("state"),
                rs.getObject("confirm_by", Long.class),
                integer(rs, "fallback"));
    }

    private static @Nullable Integer integer(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Integer.class);
    }

    private static byte[] zip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String unzip(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored document cannot be read", e);
        }
    }
}
