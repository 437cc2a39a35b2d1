package dev.gatehouse.app.table;

import dev.gatehouse.app.look.Status;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column, as it is declared. Its functions are asked on other threads too, so they read nothing but the row.
 *
 * @param <R> a row
 * @param key names it in filters ({@code status:502}) and in what is remembered
 * @param title the key of its title
 * @param weight its share of the table's width against the other columns
 * @param characters when a column is as wide as its longest text in any window, the characters of it; 0 to share by weight
 * @param hidden whether it is shown only when asked for
 * @param text what a cell says; empty is shown as a dash
 * @param number what it is sorted by, NaN last; null to sort by the text
 * @param time when a relative time is shown, the time; null for other columns
 * @param tip what the tooltip says; empty for the text itself where it is cut off
 * @param mark a status before the text; null for none
 * @param tone a style class of the cell that colours it; empty for none
 */
public record Column<R>(
        String key,
        String title,
        Look look,
        double weight,
        int characters,
        boolean hidden,
        Function<R, String> text,
        @Nullable ToDoubleFunction<R> number,
        @Nullable Function<R, @Nullable Instant> time,
        Function<R, String> tip,
        @Nullable Function<R, Status> mark,
        Function<R, String> tone) {
    /** A column of texts. */
    public static <R> Column<R> of(Look look, String key, String title, Function<R, String> text) {
        return new Column<>(key, title, look, 1, 0, false, text, null, null, row -> "", null, row -> "");
    }

    /** A column of numbers, sorted by value and written with a unit. */
    public static <R> Column<R> number(
            String key, String title, ToDoubleFunction<R> number, Function<R, String> written) {
        return new Column<>(key, title, Look.NUMBER, 1, 0, false, written, number, null, row -> "", null, row -> "");
    }

    /** A column of times: shown relative to now, exact in the tooltip, in copies and in filters. */
    public static <R> Column<R> time(String key, String title, Function<R, @Nullable Instant> time) {
        return new Column<>(
                key,
                title,
                Look.TEXT,
                1,
                0,
                false,
                row -> Times.exact(time.apply(row)),
                row -> millis(time.apply(row)),
                time,
                row -> Times.exact(time.apply(row)),
                null,
                row -> "");
    }

    /** The same with another share of the width. */
    public Column<R> weight(double share) {
        return new Column<>(key, title, look, share, characters, hidden, text, number, time, tip, mark, tone);
    }

    /** The same, as wide as so many characters whatever the window's width. */
    public Column<R> fit(int most) {
        return new Column<>(key, title, look, weight, most, hidden, text, number, time, tip, mark, tone);
    }

    /** The same, shown only when asked for. */
    public Column<R> shownOnRequest() {
        return new Column<>(key, title, look, weight, characters, true, text, number, time, tip, mark, tone);
    }

    /** The same, sorted by a number. */
    public Column<R> by(ToDoubleFunction<R> value) {
        return new Column<>(key, title, look, weight, characters, hidden, text, value, time, tip, mark, tone);
    }

    /** The same with a tooltip. */
    public Column<R> tip(Function<R, String> words) {
        return new Column<>(key, title, look, weight, characters, hidden, text, number, time, words, mark, tone);
    }

    /** The same with a status before the text. */
    public Column<R> mark(Function<R, Status> status) {
        return new Column<>(key, title, look, weight, characters, hidden, text, number, time, tip, status, tone);
    }

    /** The same with a style class by row. */
    public Column<R> tone(Function<R, String> styleClass) {
        return new Column<>(key, title, look, weight, characters, hidden, text, number, time, tip, mark, styleClass);
    }

    private static double millis(@Nullable Instant time) {
        return time == null ? Double.NaN : time.toEpochMilli();
    }
}
