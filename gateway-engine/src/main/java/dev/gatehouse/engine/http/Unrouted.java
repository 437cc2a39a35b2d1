package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.route.Miss;
import dev.gatehouse.engine.snapshot.Snapshot;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to a request that no route takes, with the routes that came nearest in its record. */
final class Unrouted {
    private Unrouted() {}

    static void answer(Exchange exchange, Snapshot snapshot, Head seen, @Nullable String allow) {
        DecisionRecord record = exchange.record();
        List<Miss> misses = snapshot.table().misses(seen, DecisionRecord.MAX_MISSES);
        misses.forEach(m -> record.miss(m.route(), m.failed(), m.saw(), m.wanted()));
        if (allow != null) {
            HttpHeaders headers = new DefaultHttpHeaders().set(HttpHeaderNames.ALLOW, allow);
            exchange.fail(Fault.METHOD_NOT_ALLOWED, "this path takes " + allow, headers);
            return;
        }
        exchange.fail(
                Fault.ROUTE_NOT_FOUND,
                snapshot.routes().isEmpty()
                        ? "the gateway has no routes yet"
                        : "no route of the listener " + seen.listener() + " takes " + seen.method() + " " + seen.path()
                                + (misses.isEmpty() ? "" : "; the nearest are in the call's record"),
                EmptyHttpHeaders.INSTANCE);
    }
}
