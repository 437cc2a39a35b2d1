package dev.gatehouse.app.table;

import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as text for other programs. */
final class Delimited {
    private Delimited() {}

    /** For the clipboard: tabs between columns, without titles; what breaks that is a space. */
    static <R> String tabs(List<Column<R>> columns, List<R> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> column.text().apply(row).replaceAll("[\\t\\r\\n]+", " "))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** For a file (RFC 4180): titles first. */
    static <R> void csv(List<Column<R>> columns, List<R> rows, Writer out) throws IOException {
        out.write(line(columns.stream().map(column -> Texts.get(column.title())).toList()));
        for (R row : rows) {
            out.write(line(
                    columns.stream().map(column -> column.text().apply(row)).toList()));
        }
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Delimited::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /**
     * A spreadsheet would run what begins like a formula, and paths and names come from strangers: an apostrophe before
     * it keeps it text.
     */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("-?[0-9.,\\s]+.*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
