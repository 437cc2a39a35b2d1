/**
 * Charts of time: JFreeChart behind a face of our own. Numbers live in {@link Samples}, a ring of primitives; a {@link
 * TimeView} is the range, zoom and crosshair that neighbouring charts share; a {@link TimeChart} draws some columns of the
 * samples through it. Colours are the theme's roles, asked for by style sheet, so that a switch of the theme redraws.
 */
@NullMarked
package dev.gatehouse.app.chart;

import org.jspecify.annotations.NullMarked;
