/** Records over HTTP: secrets, which can be written but not read, and the audit. */
@NullMarked
package dev.gatehouse.engine.admin.records;

import org.jspecify.annotations.NullMarked;
