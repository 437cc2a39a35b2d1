package dev.gatehouse.app.chart;

/**
 * Something that happened at a moment, as a line through the charts with a flag on top.
 *
 * @param time ms since the epoch
 * @param flag a few letters, such as {@code r42}
 * @param words a sentence for those who cannot see it
 * @param chosen what a click on the flag does
 */
public record Marker(long time, String flag, String words, Runnable chosen) {}
