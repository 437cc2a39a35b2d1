/**
 * The Overview: what happens at the gateway now. The view-model turns live frames into tiles, rows and the samples that the
 * charts draw; it keeps an hour, so that the charts can look back further than the gateway remembers.
 */
@NullMarked
package dev.gatehouse.app.screen.overview;

import org.jspecify.annotations.NullMarked;
