/**
 * Which route takes a request. A {@link dev.gatehouse.engine.route.RouteTable} is a table of hosts, each with a trie of
 * path segments; at a leaf stand the routes with the same host and path, in order of precedence. The cost of a look-up
 * depends on the path's length, not on the number of routes. Pure: reads a request's head and nothing else.
 */
@NullMarked
package dev.gatehouse.engine.route;

import org.jspecify.annotations.NullMarked;
