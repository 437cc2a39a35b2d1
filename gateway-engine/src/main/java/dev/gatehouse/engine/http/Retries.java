package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.upstream.Member;
import dev.gatehouse.engine.upstream.RetryRule;
import dev.gatehouse.engine.upstream.UpstreamState;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import java.util.ArrayDeque;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange needs to be tried again: where it has been, and its request's body as far as it was sent, kept up to a
 * bound. A request that may not be repeated is only tried again while nothing of it was sent, which is when no connection
 * came about. Only made where the upstream retries.
 */
final class Retries {
    /** The largest body of a response in whose place another attempt is made that is worth the connection. */
    private static final long MOST_DISCARDED = 64 * 1024;

    private final RetryRule rule;
    private final Loop loop;
    private final boolean repeatable;
    private final BitSet been = new BitSet();
    private final long responseNanos;
    private final long begun;
    private final ArrayDeque<HttpContent> kept = new ArrayDeque<>(2);
    private long keptBytes;
    private boolean whole = true;
    private int attempts;

    private Retries(RetryRule rule, long responseNanos, Loop loop, HttpRequest request) {
        this.responseNanos = responseNanos;
        this.rule = rule;
        this.loop = loop;
        repeatable = Repeatable.byMethodOrKey(request);
        begun = loop.readClock();
        rule.budget().request(begun);
    }

    /** For a request to an upstream; null if that does not retry. */
    static @Nullable Retries of(UpstreamState upstream, Loop loop, HttpRequest request) {
        RetryRule rule = upstream.retry();
        return rule == null
                ? null
                : new Retries(rule, upstream.upstream().timeouts().response().toNanos(), loop, request);
    }

    /** An attempt begins. */
    void at(Member member) {
        been.set(member.index());
        attempts++;
    }

    /** Whether an attempt was made at a target. */
    boolean wasAt(Member member) {
        return been.get(member.index());
    }

    /** A part of the body is about to be sent. */
    void keep(HttpContent part) {
        keptBytes += part.content().readableBytes();
        if (!repeatable || !whole || keptBytes > rule.bodyBytes()) {
            forget();
            return;
        }
        kept.add(part.retainedDuplicate());
    }

    /** The request will not be sent again: what was kept of it goes. */
    void forget() {
        whole = false;
        kept.forEach(HttpContent::release);
        kept.clear();
    }

    /** Whether to try again after a fault; takes the retry out of the budget. */
    boolean after(Fault fault) {
        boolean unsent = fault == Fault.CONNECT_FAILED || fault == Fault.CONNECT_TIMEOUT;
        return rule.on().has(fault) && (unsent || repeatable && whole) && isLeft();
    }

    /** Whether to try again after a response's status; takes the retry out of the budget. */
    boolean after(int status) {
        return rule.on().has(status) && repeatable && whole && isLeft();
    }

    private boolean isLeft() {
        long now = loop.readClock();
        return attempts < rule.attempts()
                && now - begun < responseNanos
                && rule.budget().take(now);
    }

    /** Whether to read a response to its end, so that its connection can be used again. */
    static boolean isWorthReading(HttpResponse response) {
        return HttpUtil.getContentLength(response, Long.MAX_VALUE) <= MOST_DISCARDED;
    }

    /** Puts what was sent before what is held to be sent. */
    void replay(ArrayDeque<HttpContent> held) {
        for (HttpContent part = kept.pollLast(); part != null; part = kept.pollLast()) {
            held.addFirst(part);
        }
        keptBytes = 0;
    }

    /** How long to pause now: at random up to the longest pause, so that those that failed together do not come together. */
    long pause() {
        long most = rule.pause(attempts);
        return most == 0 ? 0 : loop.random.nextLong(most + 1);
    }

    /** How long this attempt may wait for its response. */
    long patience() {
        return Math.max(1, Math.min(rule.tryNanos(), responseNanos - (loop.readClock() - begun)));
    }
}
