/**
 * What was edited and not applied yet. A {@link dev.gatehouse.app.draft.Draft} is the gateway's document (base), the
 * edited one (tree) and the named steps between them. A step holds, for each object that it touched, what was there
 * before and after; undo, per-object revert, the journal and moving onto a newer revision all follow from that. Objects
 * are JSON and are never re-serialised through a model, so fields that this console does not know survive. {@link
 * dev.gatehouse.app.draft.DraftSession} binds the draft to the gateway on show. Everything but file and network work
 * happens on the UI thread and needs no toolkit.
 */
@NullMarked
package dev.gatehouse.app.draft;

import org.jspecify.annotations.NullMarked;
