/**
 * TLS on the sockets: makes of compiled certificates what encrypts connections, by BoringSSL where its native loads and by
 * the JDK elsewhere. A context belongs to one compiled object and is carried from snapshot to snapshot with it; its native
 * memory goes when nothing refers to it any more, so that a swap never takes it from under a connection.
 */
@NullMarked
package dev.gatehouse.engine.http.tls;

import org.jspecify.annotations.NullMarked;
