/**
 * The one table of the console. Columns are declared once, without a toolkit ({@link dev.gatehouse.app.table.Column}); {@link
 * dev.gatehouse.app.table.Rows} sorts and filters beside the UI thread and publishes once, so that 100,000 rows do not hold
 * up the screen; {@link dev.gatehouse.app.table.DataTable} shows them, and remembers how a person arranged it.
 */
@NullMarked
package dev.gatehouse.app.table;

import org.jspecify.annotations.NullMarked;
