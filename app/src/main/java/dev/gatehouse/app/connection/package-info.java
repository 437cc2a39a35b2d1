/**
 * The gateway that the console is connected to: its Admin API, its live frames, and what is remembered for it. View-models
 * follow {@link Current} and forget everything when it changes, so that another gateway can be shown without a restart.
 */
@NullMarked
package dev.gatehouse.app.connection;

import org.jspecify.annotations.NullMarked;
