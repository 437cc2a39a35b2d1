/**
 * Traffic: the calls that end now, and those that the gateway recorded. The query is the gateway's own language and is
 * answered there; here the calls lie in a ring of fixed size, are published to the table once for each batch, and one of
 * them at a time is looked at in full: what happened when, what decided, what would become of it now.
 */
@NullMarked
package dev.gatehouse.app.screen.traffic;

import org.jspecify.annotations.NullMarked;
