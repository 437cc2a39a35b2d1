/** What state the gateway and each of its objects is in. */
@NullMarked
package dev.gatehouse.engine.admin.status;

import org.jspecify.annotations.NullMarked;
