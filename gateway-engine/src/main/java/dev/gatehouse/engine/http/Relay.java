package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.http.tls.ClientContext;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.model.Timeouts;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.upstream.TargetState;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of one exchange to an upstream's target and back: a permit of the pool, a target, a connection, the request, the
 * response. Its deadline says how long what is being waited for may take.
 */
final class Relay extends Timed implements Connecting {
    /** What a request is doing that is not on its way yet. */
    static final String BEFORE = "in the route's policies";

    private final Requester requester;
    private final Loop loop;
    private final CompiledUpstream upstream;
    private final DecisionRecord record;
    private final Timeouts timeouts;
    private final PoolPlace place;
    private final Visit visit;
    private final Outgoing body = new Outgoing();

    private Phase phase = Phase.PERMIT;
    private @Nullable HttpRequest request;
    private @Nullable Retries retries;
    private @Nullable UpstreamSide side;
    private long patience;
    private boolean responsePaused;
    private boolean tunnel;
    private boolean begun;

    Relay(Requester requester, Loop loop, CompiledUpstream upstream) {
        this.requester = requester;
        this.loop = loop;
        this.upstream = upstream;
        record = requester.record();
        place = new PoolPlace(upstream.state().permits(), requester.importance());
        visit = new Visit(upstream.state(), record, loop);
        timeouts = settings().timeouts();
        record.upstream = upstream.name();
        record.upstreamIndex = upstream.index();
    }

    /** The upstream to whose target it leads. */
    CompiledUpstream upstream() {
        return upstream;
    }

    /** Takes over what another, which is not to begin, was given of the request's body. */
    void inherit(Relay other) {
        other.body.handTo(body);
    }

    /** Sends a request whose head is complete; its body parts follow by {@link #requestPart}. */
    void begin(HttpRequest head) {
        request = head;
        retries = Retries.of(upstream.state(), loop, head);
        visit.of(head.headers(), retries);
        if (place.take()) {
            connect(true);
            begun = true;
            return;
        }
        begun = true;
        Pool pool = settings().pool();
        if (place.await(loop.eventLoop, () -> connect(true))) {
            loop.deadline(this, pool.patience().toNanos());
        } else {
            place.full(upstream.name(), pool).end(requester);
        }
    }

    private void connect(boolean kept) {
        phase = Phase.CONNECT;
        loop.noDeadline(this);
        TargetState target = visit.begin();
        if (target == null) {
            requester.fail(Fault.NO_TARGET, upstream.whyClosed(loop.clock()));
            return;
        }
        ClientContext tls = requester.serving().tls().client(upstream.index());
        boolean webSocket =
                WebSocket.wasAskedFor(Objects.requireNonNull(request).headers());
        if (loop.shared.takes(settings().protocol(), target, tls, webSocket)) {
            loop.shared.connect(this, target, timeouts, tls, !kept);
            return;
        }
        Http1Upstream idle = kept ? loop.idle.take(target, tls) : null;
        if (idle != null) {
            connected(idle.attach(this));
        } else {
            loop.connector().connect(loop, this, target, timeouts, tls);
        }
    }

    /** A connection is there. */
    void connected(UpstreamSide connection) {
        if (phase == Phase.OVER) {
            connection.release(false);
            return;
        }
        side = connection;
        record.connectedNanos = requester.sinceStart();
        phase = Phase.REQUEST;
        Deadline deadline = requester.deadline();
        if (deadline != null) {
            deadline.tell(Objects.requireNonNull(request).headers());
        }
        connection.write(Objects.requireNonNull(request));
        boolean paused = body.isHolding();
        for (HttpContent part = body.poll(); part != null; part = body.poll()) {
            send(part);
        }
        if (phase == Phase.REQUEST) {
            loop.deadline(this, timeouts.idle().toNanos());
        }
        if (begun || !connection.isReused() || paused) {
            connection.flush(); // else what is being read of the client flushes at its end
        }
        if (paused) {
            requester.client().reading(true);
        }
    }

    @Override
    public void connectFailed(Fault fault, String detail) {
        broken(fault, detail);
    }

    private boolean triesAgain(Fault fault) {
        visit.failed(fault);
        if (retries == null || !retries.after(fault)) {
            return false;
        }
        record.attempt(fault.code(), requester.sinceStart());
        again(false);
        return true;
    }

    /** Lets go of the target and makes another attempt, after a pause. */
    private void again(boolean reusable) {
        Retries all = Objects.requireNonNull(retries);
        UpstreamSide last = side;
        side = null;
        if (last != null) {
            last.release(reusable);
        }
        visit.end();
        body.again(all);
        long pause = all.pause();
        if (pause == 0) {
            connect(true);
        } else {
            phase = Phase.PAUSE;
            loop.deadline(this, pause);
        }
    }

    /** A part of the request's body; owns it. */
    void requestPart(HttpContent part) {
        if (phase == Phase.OVER) {
            part.release();
        } else if (side == null) {
            body.hold(part);
            if (!(part instanceof LastHttpContent)) {
                requester.client().reading(false);
            }
        } else {
            send(part);
            if (!side.isWritable()) {
                requester.client().reading(false);
                side.flush();
            }
        }
    }

    private void send(HttpContent part) {
        boolean last = part instanceof LastHttpContent;
        body.sent(part);
        if (retries != null) {
            retries.keep(part);
        }
        Objects.requireNonNull(side).write(part);
        if (last && phase == Phase.REQUEST) {
            record.requestSentNanos = record.connectedNanos;
            phase = Phase.RESPONSE;
            patience = retries == null ? timeouts.response().toNanos() : retries.patience();
            loop.deadline(this, patience);
        } else if (phase == Phase.REQUEST || phase == Phase.BODY) {
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
        if (!body.isWhole()) {
            requester.client().reading(true);
        }
    }

    /** The response's head has come. */
    void responseHead(HttpResponse response) {
        record.responseHeadNanos = requester.sinceStart();
        visit.answered(response.status().code());
        if (retries != null) {
            if (retries.after(response.status().code())) {
                record.attempt(response.status().codeAsText().toString(), record.responseHeadNanos);
                discard(response);
                return;
            }
            retries.forget();
        }
        HopByHop.strip(response.headers());
        visit.stick(response.headers());
        phase = Phase.BODY;
        loop.deadline(this, timeouts.idle().toNanos());
        requester.responseHead(response);
    }

    /** The target switches protocols: bytes follow both ways if it was asked for this. */
    void switched(HttpResponse response) {
        String complaint = WebSocket.complaint(Objects.requireNonNull(request).headers(), response.headers());
        if (complaint != null) {
            broken(Fault.UPSTREAM_INVALID, complaint);
            return;
        }
        record.responseHeadNanos = requester.sinceStart();
        phase = Phase.BODY;
        tunnel = true;
        body.opens(retries);
        loop.deadline(this, timeouts.idle().toNanos());
        Objects.requireNonNull(side).tunnel();
        HopByHop.strip(response.headers());
        requester.switched(response);
    }

    /** Another attempt is made in the place of a response; if its body is short, the connection is worth keeping for it. */
    private void discard(HttpResponse response) {
        if (!Retries.isWorthReading(response) || !body.isWhole()) {
            again(false);
            return;
        }
        phase = Phase.DISCARD;
        loop.deadline(this, timeouts.idle().toNanos());
    }

    /** An informational response has come. */
    void informational(HttpResponse response) {
        if (phase == Phase.REQUEST) {
            loop.deadline(this, timeouts.idle().toNanos());
        }
        HopByHop.strip(response.headers());
        requester.informational(response);
    }

    /** A part of the response's body; owns it. */
    void responsePart(HttpContent part, boolean reusable) {
        boolean last = part instanceof LastHttpContent;
        if (phase == Phase.DISCARD) {
            part.release();
            if (last) {
                again(reusable);
            }
            return;
        }
        if (last) {
            HopByHop.stripTrailers(((LastHttpContent) part).trailingHeaders());
        }
        requester.responsePart(part);
        if (last) {
            over(reusable && body.isWhole());
            requester.responseEnd();
            return;
        }
        loop.deadline(this, timeouts.idle().toNanos());
        if (!requester.client().isWritable() && side != null) {
            responsePaused = true;
            side.reading(false);
            requester.client().flush();
        }
    }

    /** All parts that came in one go have been handed on. */
    void responseReadComplete() {
        if (phase == Phase.BODY) {
            requester.client().flush();
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
        if (phase == Phase.DISCARD) {
            again(false);
            return;
        }
        UpstreamSide broken = side;
        boolean unseen =
                broken != null && Repeatable.isUnseen(broken, body, Objects.requireNonNull(request), record.attempts);
        if (fault == Fault.UPSTREAM_RESET && phase != Phase.BODY && broken != null && unseen) {
            broken.release(false);
            side = null;
            body.again(retries);
            connect(false);
            return;
        }
        if (phase == Phase.BODY || !triesAgain(fault)) {
            requester.fail(phase == Phase.BODY ? Fault.UPSTREAM_TRUNCATED : fault, detail);
        }
    }

    @Override
    void expired() {
        switch (phase) {
            case PERMIT -> {
                place.refuse();
                Overdue.permit(upstream.name(), settings().pool().patience()).end(requester);
            }
            case REQUEST -> Overdue.request(side != null && !side.isWritable()).end(requester);
            case RESPONSE -> {
                if (!triesAgain(Fault.RESPONSE_TIMEOUT)) {
                    Overdue.response(patience).end(requester);
                }
            }
            case PAUSE -> connect(true);
            case DISCARD -> again(false);
            case BODY -> {
                if (tunnel && !responsePaused) {
                    over(false);
                    requester.responseEnd();
                } else {
                    Overdue.body(responsePaused, timeouts.idle()).end(requester);
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
        body.release(retries);
        if (side != null) {
            side.release(reusable);
            side = null;
        }
        visit.end();
        place.leave();
    }

    /** What it is doing, for a sentence. */
    String doing() {
        return request == null ? BEFORE : phase.words();
    }

    /** The upstream's settings. */
    Upstream settings() {
        return upstream.state().upstream();
    }
}
