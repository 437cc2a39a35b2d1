package dev.gatehouse.app.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows with the keys that they are sorted and filtered by, each computed when it is first needed and kept as long as the
 * rows stay. One thread at a time.
 */
final class Indexed<R> {
    private final List<Column<R>> columns;
    private final List<R> rows;
    private final Map<String, String[]> texts = new HashMap<>();
    private String @Nullable [] anywhere;

    Indexed(List<Column<R>> columns, List<R> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** How many rows there are before filtering. */
    int size() {
        return rows.size();
    }

    /** The rows that pass the filter, in order. */
    List<R> arrange(List<Filter.Term> terms, Sorting sorting) {
        Column<R> by = columns.stream()
                .filter(column -> column.key().equals(sorting.key()))
                .findFirst()
                .orElse(null);
        if (terms.isEmpty() && by == null) {
            return rows;
        }
        int[] passed = IntStream.range(0, rows.size())
                .filter(row -> passes(row, terms))
                .toArray();
        if (by != null) {
            passed = sort(passed, by, sorting.down());
        }
        List<R> arranged = new ArrayList<>(passed.length);
        for (int row : passed) {
            arranged.add(rows.get(row));
        }
        return arranged;
    }

    private boolean passes(int row, List<Filter.Term> terms) {
        for (Filter.Term term : terms) {
            String[] where = term.column().isEmpty() ? anywhere() : texts(term.column());
            if (where[row].contains(term.words()) == term.not()) {
                return false;
            }
        }
        return true;
    }

    private int[] sort(int[] passed, Column<R> by, boolean down) {
        ToDoubleFunction<R> number = by.number();
        Integer[] order = IntStream.of(passed).boxed().toArray(Integer[]::new);
        if (number != null) {
            double[] keys = rows.stream().mapToDouble(number).toArray();
            // What is not known stands last whichever way the rest is sorted.
            Comparator<Integer> known = Comparator.comparing(row -> Double.isNaN(keys[row]));
            Comparator<Integer> value = Comparator.comparingDouble(row -> keys[row]);
            Arrays.sort(order, known.thenComparing(down ? value.reversed() : value));
        } else {
            String[] keys = texts(by.key());
            Comparator<Integer> known = Comparator.comparing(row -> keys[row].isEmpty());
            Comparator<Integer> value = Comparator.comparing(row -> keys[row]);
            Arrays.sort(order, known.thenComparing(down ? value.reversed() : value));
        }
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private String[] texts(String key) {
        return texts.computeIfAbsent(key, any -> {
            Column<R> column = columns.stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
            return rows.stream()
                    .map(row -> column.text().apply(row).toLowerCase(Locale.ROOT))
                    .toArray(String[]::new);
        });
    }

    private String[] anywhere() {
        String[] known = anywhere;
        if (known == null) {
            List<String[]> all =
                    columns.stream().map(column -> texts(column.key())).toList();
            known = IntStream.range(0, rows.size())
                    .mapToObj(row -> join(all, row))
                    .toArray(String[]::new);
            anywhere = known;
        }
        return known;
    }

    /** A line break between columns, so that no word is found across two. */
    private static String join(List<String[]> columns, int row) {
        StringBuilder line = new StringBuilder();
        columns.forEach(column -> line.append(column[row]).append('\n'));
        return line.toString();
    }
}
