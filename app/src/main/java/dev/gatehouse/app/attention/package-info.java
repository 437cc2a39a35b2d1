/** What asks for somebody's attention, for every part of the console that tells it. */
@NullMarked
package dev.gatehouse.app.attention;

import org.jspecify.annotations.NullMarked;
