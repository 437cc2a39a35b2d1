package dev.gatehouse.app.chart;

/**
 * One line or area of a chart.
 *
 * @param column of the samples
 * @param title the key of its name
 * @param ink its colour
 * @param width of its line in px; areas do not use it
 */
public record Series(int column, String title, Ink ink, float width) {}
