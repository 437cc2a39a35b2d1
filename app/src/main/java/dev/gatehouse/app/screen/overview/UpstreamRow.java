package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import java.util.List;

/**
 * An upstream now.
 *
 * @param p95 milliseconds, over the chosen span; NaN if no request ended
 */
public record UpstreamRow(String name, List<LiveFrame.Target> targets, double p95, long inFlight) {}
