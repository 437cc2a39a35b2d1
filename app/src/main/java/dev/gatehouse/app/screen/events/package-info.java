/** The Events screen: what happened to the gateway, when, why, and what to do about it. */
@NullMarked
package dev.gatehouse.app.screen.events;

import org.jspecify.annotations.NullMarked;
