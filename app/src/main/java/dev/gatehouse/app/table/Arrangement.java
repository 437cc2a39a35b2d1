package dev.gatehouse.app.table;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person arranged a table.
 *
 * @param sort the column's key, empty for none
 * @param shares of the table's width by column; empty for the declared weights
 * @param columns those shown, in order; empty for the declared ones
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Arrangement(String sort, boolean down, Map<String, Double> shares, List<String> columns, String filter) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As declared. */
    static final Arrangement DECLARED = new Arrangement("", false, Map.of(), List.of(), "");

    Arrangement(
            @Nullable String sort,
            boolean down,
            @Nullable Map<String, Double> shares,
            @Nullable List<String> columns,
            @Nullable String filter) {
        this.sort = sort == null ? "" : sort;
        this.down = down;
        this.shares = shares == null ? Map.of() : Map.copyOf(shares);
        this.columns = columns == null ? List.of() : List.copyOf(columns);
        this.filter = filter == null ? "" : filter;
    }

    /** Reads what {@link #write} wrote; what cannot be read is as declared. */
    static Arrangement read(String json) {
        if (json.isEmpty()) {
            return DECLARED;
        }
        try {
            return JSON.readValue(json, Arrangement.class);
        } catch (JsonProcessingException e) {
            return DECLARED;
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
