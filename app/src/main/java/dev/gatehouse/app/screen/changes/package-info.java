/** The history: revisions, what each changed, how calls fared before and after, and the way back, as a whole, by object, or into the draft. */
@NullMarked
package dev.gatehouse.app.screen.changes;

import org.jspecify.annotations.NullMarked;
