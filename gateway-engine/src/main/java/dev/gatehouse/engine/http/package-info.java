/**
 * The sockets of the data path, on Netty. {@link dev.gatehouse.engine.http.HttpDataPath} binds the listeners of a snapshot;
 * each connection belongs to one event loop, and so does everything that a request on it touches: its
 * {@code Exchange}, the upstream connection, the timers and counters of the {@code Loop}. A request never changes thread
 * and takes no lock.
 *
 * <p>An exchange stands between two sides that it knows only as interfaces. The {@code ClientSide} is an HTTP/1.1
 * connection or an HTTP/2 stream, the {@code UpstreamSide} likewise; what passes between them is always a head,
 * body parts, and trailers.
 */
@NullMarked
package dev.gatehouse.engine.http;

import org.jspecify.annotations.NullMarked;
