/**
 * The vocabulary of the gateway as immutable records: what a configuration can say, and nothing else. Each component
 * carries a {@link dev.gatehouse.engine.model.Setting}, from which schema, validation, defaults, canonical form,
 * reference page and the console's form are derived. This package depends on nothing.
 */
@NullMarked
package dev.gatehouse.engine.model;

import org.jspecify.annotations.NullMarked;
