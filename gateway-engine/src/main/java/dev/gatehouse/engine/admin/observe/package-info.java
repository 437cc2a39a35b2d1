/** What the gateway observes, to be read: live frames, events, recorded calls, statistics, metrics. */
@NullMarked
package dev.gatehouse.engine.admin.observe;

import org.jspecify.annotations.NullMarked;
