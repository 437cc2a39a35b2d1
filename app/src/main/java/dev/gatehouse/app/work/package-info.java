/** What runs beside the screen: the way from other threads to the UI thread, drained once however much comes, and the console's heartbeat. Nothing else in the console but {@code chart} asks the toolkit to run something later. */
@NullMarked
package dev.gatehouse.app.work;

import org.jspecify.annotations.NullMarked;
