/**
 * Calls and roll-ups in one DuckDB file: columns for what calls are looked for by, the rest of a call packed into one
 * blob, names from the configuration by number. The file is not precious: when it is damaged it is moved aside and a
 * new one is begun, and what is too old or too much is deleted. Space of deleted rows is used again, never given back,
 * so the file stays as large as it once was.
 */
@NullMarked
package dev.gatehouse.engine.store.calls;

import org.jspecify.annotations.NullMarked;
