/** What a change of configuration means for those who call through the gateway, in sentences. Pure; knows the usual fields and says of others only that they change. */
@NullMarked
package dev.gatehouse.app.effect;

import org.jspecify.annotations.NullMarked;
