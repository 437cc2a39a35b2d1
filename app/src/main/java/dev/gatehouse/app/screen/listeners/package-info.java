/** Listeners: what the draft says of them, and where the gateway has really bound them. */
@NullMarked
package dev.gatehouse.app.screen.listeners;

import org.jspecify.annotations.NullMarked;
