package dev.gatehouse.engine.store.calls;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for texts that come from the configuration or the program, and so are few: names, addresses of targets,
 * verdicts. 0 stands for none. Numbers are given by the writing thread only; any thread reads.
 */
final class Dictionary {
    static final String TABLE = "CREATE TABLE IF NOT EXISTS dictionary(id INTEGER NOT NULL, text VARCHAR NOT NULL)";

    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, String> texts = new ConcurrentHashMap<>();
    private final List<String> unsaved = new ArrayList<>();

    Dictionary(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT id, text FROM dictionary");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.put(rows.getString(2), rows.getInt(1));
                texts.put(rows.getInt(1), rows.getString(2));
            }
        }
    }

    int id(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        Integer known = ids.get(text);
        if (known != null) {
            return known;
        }
        int next = ids.size() + 1;
        ids.put(text, next);
        texts.put(next, text);
        unsaved.add(text);
        return next;
    }

    @Nullable
    String text(long id) {
        return texts.get((int) id);
    }

    /** The text of a number that a text was given for. */
    String need(long id) {
        String text = text(id);
        return text == null ? "" : text;
    }

    /** Writes what is new, within the caller's transaction. What a rollback takes back is written the next time. */
    void save(Connection connection) throws SQLException {
        if (unsaved.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO dictionary VALUES (?, ?)")) {
            for (String text : unsaved) {
                insert.setInt(1, id(text));
                insert.setString(2, text);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The caller's transaction has been committed. */
    void saved() {
        unsaved.clear();
    }
}
