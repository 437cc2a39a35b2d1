/**
 * Explains an imagined request: which route would take it and where it would go, decided by the very table that serves
 * real ones, on the active configuration or a draft. Nothing is sent anywhere; what only an upstream could tell is left
 * open.
 */
@NullMarked
package dev.gatehouse.engine.admin.explain;

import org.jspecify.annotations.NullMarked;
