/** The gateway itself: how it stands, where it listens, and, where it runs in this process, its log and its switch. */
@NullMarked
package dev.gatehouse.app.screen.gateway;

import org.jspecify.annotations.NullMarked;
