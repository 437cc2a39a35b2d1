package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.model.Timeouts;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.Ending;
import dev.gatehouse.engine.upstream.Member;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of one exchange to an upstream's target and back: a permit of the pool, a target, a connection, the request, the
 * response. Its deadline says how long what is being waited for may take.
 */
final class Relay extends Timed {
    private enum Phase {
        PERMIT,
        CONNECT,
        REQUEST,
        RESPONSE,
        BODY,
        OVER
    }

    /** A request on a kept connection that the target has closed meanwhile goes out again if nothing speaks against it. */
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Exchange exchange;
    private final Loop loop;
    private final CompiledUpstream upstream;
    private final DecisionRecord record;
    private final Timeouts timeouts;
    private final PoolPlace place;
    private final ArrayDeque<HttpContent> held = new ArrayDeque<>(2);

    private Phase phase = Phase.PERMIT;
    private @Nullable HttpRequest request;
    private @Nullable TargetState target;
    private @Nullable UpstreamSide side;
    private boolean bodySent;
    private boolean requestSent;
    private boolean responsePaused;
    private boolean tunnel;

    private Relay(Exchange exchange, Loop loop, CompiledUpstream upstream) {
        this.exchange = exchange;
        this.loop = loop;
        this.upstream = upstream;
        record = exchange.record();
        place = new PoolPlace(upstream.state().permits());
        timeouts = upstream.state().upstream().timeouts();
        record.upstream = upstream.name();
        record.upstreamIndex = upstream.index();
    }

    /** Chooses the upstream of a forward. */
    static Relay to(Exchange exchange, Loop loop, Ending.Forward forward) {
        int draw = forward.sum() == 1 ? 0 : loop.random.nextInt(forward.sum());
        return new Relay(exchange, loop, forward.share(draw));
    }

    /** Sends a request whose head is complete; its body parts follow by {@link #requestPart}. */
    void begin(HttpRequest head) {
        request = head;
        if (place.take()) {
            connect(true);
            return;
        }
        Pool pool = upstream.state().upstream().pool();
        if (place.await(loop.eventLoop, () -> connect(true))) {
            loop.deadline(this, pool.patience().toNanos());
        } else {
            exchange.fail(
                    Fault.POOL_EXHAUSTED,
                    "all " + pool.connections() + " connections to " + upstream.name() + " are in use and "
                            + pool.pending() + " requests wait already");
        }
    }

    private void connect(boolean kept) {
        phase = Phase.CONNECT;
        loop.noDeadline(this);
        TargetState chosen = target;
        if (chosen == null) {
            Member member = upstream.state().choose();
            if (member == null) {
                exchange.fail(Fault.NO_TARGET, "no target of " + upstream.name() + " has a weight above 0");
                return;
            }
            chosen = member.target();
            target = chosen;
            chosen.enter();
            record.targetIndex = member.index();
        }
        record.attempts++;
        record.target = chosen.address();
        Http1Upstream idle = kept ? loop.idle.take(chosen) : null;
        if (idle != null) {
            connected(idle.attach(this));
        } else {
            Connector.connect(loop, this, chosen, timeouts);
        }
    }

    /** A connection is there. */
    void connected(UpstreamSide connection) {
        if (phase == Phase.OVER) {
            connection.release(false);
            return;
        }
        side = connection;
        record.connectedNanos = exchange.sinceStart();
        phase = Phase.REQUEST;
        connection.write(Objects.requireNonNull(request));
        boolean paused = !held.isEmpty();
        for (HttpContent part = held.poll(); part != null; part = held.poll()) {
            send(part);
        }
        if (phase == Phase.REQUEST) {
            loop.deadline(this, timeouts.idle().toNanos());
        }
        if (!connection.isReused() || paused) {
            connection.flush();
        }
        if (paused) {
            exchange.client().reading(true);
        }
    }

    /** No connection could be opened. */
    void connectFailed(Fault fault, String detail) {
        if (phase != Phase.OVER) {
            exchange.fail(fault, detail);
        }
    }

    /** A part of the request's body; owns it. */
    void requestPart(HttpContent part) {
        if (phase == Phase.OVER) {
            part.release();
        } else if (side == null) {
            held.add(part);
            if (!(part instanceof LastHttpContent)) {
                exchange.client().reading(false);
            }
        } else {
            send(part);
            if (!side.isWritable()) {
                exchange.client().reading(false);
                side.flush();
            }
        }
    }

    private void send(HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        bodySent |= part.content().isReadable();
        requestSent |= last;
        Objects.requireNonNull(side).write(part);
        if (last && phase == Phase.REQUEST) {
            record.requestSentNanos = record.connectedNanos;
            phase = Phase.RESPONSE;
            loop.deadline(this, timeouts.response().toNanos());
        } else if (phase == Phase.REQUEST || tunnel) {
            loop.deadline(this, timeouts.idle().toNanos());
        }
    }

    void flush() {
        if (side != null) {
            side.flush();
        }
    }

    /** The target takes more again. */
    void writable() {
        if (!requestSent) {
            exchange.client().reading(true);
        }
    }

    /** The response's head has come. */
    void responseHead(HttpResponse response) {
        record.responseHeadNanos = exchange.sinceStart();
        HopByHop.strip(response.headers());
        phase = Phase.BODY;
        loop.deadline(this, timeouts.idle().toNanos());
        exchange.responseHead(response);
    }

    /** The target switches protocols: bytes follow both ways if it was asked for this. */
    void switched(HttpResponse response) {
        String complaint = WebSocket.complaint(Objects.requireNonNull(request).headers(), response.headers());
        if (complaint != null) {
            broken(Fault.UPSTREAM_INVALID, complaint);
            return;
        }
        record.responseHeadNanos = exchange.sinceStart();
        phase = Phase.BODY;
        tunnel = true;
        requestSent = false;
        loop.deadline(this, timeouts.idle().toNanos());
        Objects.requireNonNull(side).tunnel();
        HopByHop.strip(response.headers());
        exchange.switched(response);
    }

    /** An informational response has come. */
    void informational(HttpResponse response) {
        if (phase == Phase.REQUEST) {
            loop.deadline(this, timeouts.idle().toNanos());
        }
        HopByHop.strip(response.headers());
        exchange.informational(response);
    }

    /** A part of the response's body; owns it. */
    void responsePart(HttpContent part, boolean reusable) {
        boolean last = part instanceof LastHttpContent;
        if (last) {
            HopByHop.stripTrailers(((LastHttpContent) part).trailingHeaders());
        }
        exchange.responsePart(part);
        if (last) {
            over(reusable && requestSent);
            exchange.responseEnd();
            return;
        }
        loop.deadline(this, timeouts.idle().toNanos());
        if (!exchange.client().isWritable() && side != null) {
            responsePaused = true;
            side.reading(false);
            exchange.client().flush();
        }
    }

    /** All parts that came in one go have been handed on. */
    void responseReadComplete() {
        if (phase == Phase.BODY) {
            exchange.client().flush();
        }
    }

    /** The client takes more again. */
    void resumeResponse() {
        if (responsePaused && side != null) {
            responsePaused = false;
            loop.deadline(this, timeouts.idle().toNanos());
            side.reading(true);
        }
    }

    /** The connection broke, or what came cannot be read. */
    void broken(Fault fault, String detail) {
        if (phase == Phase.OVER) {
            return;
        }
        UpstreamSide broken = side;
        if (fault == Fault.UPSTREAM_RESET && phase != Phase.BODY && broken != null && isRepeatable(broken)) {
            broken.release(false);
            side = null;
            requestSent = false;
            held.add(LastHttpContent.EMPTY_LAST_CONTENT);
            connect(false);
            return;
        }
        exchange.fail(phase == Phase.BODY ? Fault.UPSTREAM_TRUNCATED : fault, detail);
    }

    private boolean isRepeatable(UpstreamSide broken) {
        return broken.isReused()
                && requestSent
                && !bodySent
                && REPEATABLE.contains(record.method)
                && !Objects.requireNonNull(request).headers().contains(HttpHeaderNames.EXPECT);
    }

    @Override
    void expired() {
        switch (phase) {
            case PERMIT ->
                exchange.fail(
                        Fault.POOL_EXHAUSTED,
                        "no connection to " + upstream.name() + " became free in "
                                + upstream.state().upstream().pool().patience().toMillis() + " ms");
            case REQUEST -> {
                boolean targetSlow = side != null && !side.isWritable();
                exchange.fail(
                        targetSlow ? Fault.RESPONSE_TIMEOUT : Fault.REQUEST_TIMEOUT,
                        targetSlow ? "the target stopped taking the request's body" : "the request's body stalled");
            }
            case RESPONSE ->
                exchange.fail(
                        Fault.RESPONSE_TIMEOUT,
                        "no response in " + timeouts.response().toMillis() + " ms");
            case BODY -> {
                if (responsePaused) {
                    exchange.fail(Fault.CLIENT_GONE, "the client stopped taking the response");
                } else if (tunnel) {
                    over(false);
                    exchange.responseEnd();
                } else {
                    exchange.fail(
                            Fault.UPSTREAM_STALLED,
                            "silence for " + timeouts.idle().toMillis() + " ms");
                }
            }
            case CONNECT, OVER -> {
                // connecting has a time limit of its own
            }
        }
    }

    /** Lets go of everything; the target's connection is closed. */
    void cancel() {
        over(false);
    }

    private void over(boolean reusable) {
        if (phase == Phase.OVER) {
            return;
        }
        phase = Phase.OVER;
        loop.forget(this);
        held.forEach(HttpContent::release);
        held.clear();
        if (side != null) {
            side.release(reusable);
            side = null;
        }
        if (target != null) {
            target.leave();
        }
        place.leave();
    }

    /** How many idle connections each loop keeps to a target. */
    int mostIdle() {
        return upstream.state().upstream().pool().connections();
    }

    long idleNanos() {
        return timeouts.idle().toNanos();
    }
}
