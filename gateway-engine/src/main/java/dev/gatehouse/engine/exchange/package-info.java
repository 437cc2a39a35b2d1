/**
 * One request on its way through the gateway, whatever protocol carries it: its head, the stream of its body, the ports
 * through which decisions read the world, and the record of what was decided. Netty's headers and buffers are used as
 * values; nothing here reads or writes a socket.
 */
@NullMarked
package dev.gatehouse.engine.exchange;

import org.jspecify.annotations.NullMarked;
