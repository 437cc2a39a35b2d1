package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.look.Status;
import java.util.List;

/**
 * A number at the top of the Overview.
 *
 * @param figure with its unit
 * @param status good, or attention and bad past a threshold
 * @param minute the last sixty seconds, oldest first; NaN where nothing is known
 * @param words the exact number, how it changed, and the threshold
 */
public record Tile(String figure, Status status, List<Double> minute, String words) {}
