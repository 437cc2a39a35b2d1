/**
 * The Routes screen: the list of the draft's routes with their live numbers, and the designer of one. The designer shows
 * the path of a request as a column of stops ({@link dev.gatehouse.app.screen.routes.Stops}), each a part of the route's
 * form, beside the same route as YAML, a test that asks the gateway without network, and the route's last calls.
 */
@NullMarked
package dev.gatehouse.app.screen.routes;

import org.jspecify.annotations.NullMarked;
