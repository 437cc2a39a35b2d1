/** What the console remembers between runs: saved connections with their tokens, and a person's settings. Small files in the console's own folder, readable by their owner alone. */
@NullMarked
package dev.gatehouse.app.profile;

import org.jspecify.annotations.NullMarked;
