package dev.gatehouse.app.chart;

/**
 * One line or area of a chart.
 *
 * @param column of the samples
 * @param title the key of its name
 * @param ink its colour
 * @param width of its line in px; areas do not use it
 * @param rare whether it is left out while it has never been above 0
 */
public record Series(int column, String title, Ink ink, float width, boolean rare) {
    /** A series that is always there. */
    public Series(int column, String title, Ink ink, float width) {
        this(column, title, ink, width, false);
    }
}
