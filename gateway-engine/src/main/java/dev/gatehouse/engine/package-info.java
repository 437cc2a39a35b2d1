/**
 * The assembly of the gateway: the only place that sees every storey. Read {@code docs/architecture.md} for the plan of
 * the house; each package below opens with the paragraph that a newcomer needs.
 */
@NullMarked
package dev.gatehouse.engine;

import org.jspecify.annotations.NullMarked;
