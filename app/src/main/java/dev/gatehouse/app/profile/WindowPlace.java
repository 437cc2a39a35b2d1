package dev.gatehouse.app.profile;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Where the window was, in the screen's coordinates.
 *
 * @param maximized whether it filled the screen; the rest is what it had before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {}
