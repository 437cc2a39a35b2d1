package dev.gatehouse.app.table;

/**
 * Which column rows are sorted by.
 *
 * @param key of the column; empty for the order in which the rows came
 * @param down whether the greatest comes first
 */
public record Sorting(String key, boolean down) {
    /** As they came. */
    public static final Sorting NONE = new Sorting("", false);
}
