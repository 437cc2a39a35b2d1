/** {@code /upstreams/{name}/targets/{address}/force}: whether a target takes requests, said by an operator. */
@NullMarked
package dev.gatehouse.engine.admin.force;

import org.jspecify.annotations.NullMarked;
