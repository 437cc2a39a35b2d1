/** What a supervisor asks without a token: does the process live, and may it be sent traffic. */
@NullMarked
package dev.gatehouse.engine.admin.health;

import org.jspecify.annotations.NullMarked;
