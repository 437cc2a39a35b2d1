package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Importance;
import dev.gatehouse.engine.model.Pool;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;

/** What ended an exchange that waited too long or could not wait at all, in words. */
record Overdue(Fault fault, String detail) {
    private static final String RETRY_AFTER_SECONDS = "1";

    static Overdue full(String upstream, Pool pool) {
        return new Overdue(
                Fault.POOL_EXHAUSTED,
                "all " + pool.connections() + " connections to " + upstream + " are in use and " + pool.pending()
                        + " requests wait already");
    }

    static Overdue overload(String detail) {
        return new Overdue(Fault.OVERLOADED, detail);
    }

    static Overdue memory(Importance importance) {
        return overload("the gateway's memory for buffers is nearly full; this request is " + word(importance));
    }

    static String word(Importance importance) {
        return importance.name().toLowerCase(Locale.ROOT);
    }

    /** Ends with it what waited. */
    void end(Requester waiting) {
        waiting.fail(fault, detail, headers());
    }

    private HttpHeaders headers() {
        return fault == Fault.OVERLOADED
                ? new DefaultHttpHeaders().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : EmptyHttpHeaders.INSTANCE;
    }

    static Overdue permit(String upstream, Duration patience) {
        return new Overdue(
                Fault.POOL_EXHAUSTED,
                "no connection to " + upstream + " became free in " + patience.toMillis() + " ms");
    }

    static Overdue request(boolean targetSlow) {
        return targetSlow
                ? new Overdue(Fault.RESPONSE_TIMEOUT, "the target stopped taking the request's body")
                : new Overdue(Fault.REQUEST_TIMEOUT, "the request's body stalled");
    }

    static Overdue response(long nanos) {
        return new Overdue(
                Fault.RESPONSE_TIMEOUT,
                "no response in " + Duration.ofNanos(nanos).toMillis() + " ms");
    }

    static Overdue body(boolean clientSlow, Duration idle) {
        return clientSlow
                ? new Overdue(Fault.CLIENT_GONE, "the client stopped taking the response")
                : new Overdue(Fault.UPSTREAM_STALLED, "silence for " + idle.toMillis() + " ms");
    }
}
