/**
 * Objects of the configuration as YAML: read with the place of every value, written as the gateway writes it, and changed
 * in the text without losing what only the text has. It reads as the gateway does: no aliases, no tags, no words that turn
 * into booleans.
 */
@NullMarked
package dev.gatehouse.app.yaml;

import org.jspecify.annotations.NullMarked;
