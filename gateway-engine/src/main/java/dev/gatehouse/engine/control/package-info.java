/**
 * Law 1 of the gateway's data: the configuration changes only as a revision, all or nothing. A write is patched into the
 * active document, validated, compiled, stored as pending, prepared by the data path, swapped in and marked active; a
 * failure anywhere changes nothing. {@link dev.gatehouse.engine.control.Control} is what the Admin API talks to.
 */
@NullMarked
package dev.gatehouse.engine.control;

import org.jspecify.annotations.NullMarked;
