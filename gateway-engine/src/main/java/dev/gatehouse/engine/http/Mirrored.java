package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Importance;
import dev.gatehouse.engine.snapshot.Ending;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a request for the upstream of a mirror. It is kept while the request comes and sent once that is whole and on its
 * way, so that the client never waits for it; its answer is thrown away. Used on the exchange's event loop only.
 */
final class Mirrored extends Timed implements Requester, Flow {
    /** Tells a target that it answers nobody, and of which route the request is. */
    static final AsciiString MARK = AsciiString.cached("x-gatehouse-mirror");

    private static final String STEP = "mirror";
    private static final int HUNDRED = 100;

    /** What is read of an answer before its connection is given up for it. */
    private static final long MOST_READ = 1024 * 1024;

    private final Loop loop;
    private final Exchange original;
    private final Ending.Mirroring mirror;
    private final Serving serving;
    private final Loop.Scratch scratch;
    private final ArrayDeque<HttpContent> body = new ArrayDeque<>(2);
    private @Nullable HttpRequest request;
    private @Nullable Relay relay;
    private long bytes;
    private boolean whole;
    private boolean over;

    private Mirrored(Loop loop, Exchange original, Ending.Mirroring mirror) {
        this.loop = loop;
        this.original = original;
        this.mirror = mirror;
        serving = original.serving();
        scratch = loop.scratch();
    }

    /** The copy of a request that begins; null if none is made of it. */
    static @Nullable Mirrored of(Exchange exchange, Loop loop, Ending.Forward forward, Head head) {
        Ending.Mirroring mirror = forward.mirror();
        if (mirror == null
                || mirror.percent() < HUNDRED && loop.random.nextInt(HUNDRED) >= mirror.percent()
                || loop.memory.refuses(Importance.SHEDDABLE)) {
            return null;
        }
        String length = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        Mirrored copy = new Mirrored(loop, exchange, mirror);
        if (length != null && Long.parseLong(length) > mirror.bodyBytes()) {
            copy.leaveOut();
            return null;
        }
        return copy;
    }

    /** A part of the request's body goes to its target; stays the caller's. */
    void see(HttpContent part) {
        if (over || whole) {
            return;
        }
        bytes += part.content().readableBytes();
        if (bytes > mirror.bodyBytes()) {
            leaveOut();
            return;
        }
        body.add(part.retainedDuplicate());
        whole = part instanceof LastHttpContent;
        sendWhenWhole();
    }

    /** The request goes to its target with this head, complete. */
    void begin(HttpRequest head) {
        HttpHeaders headers = head.headers().copy();
        headers.remove(HttpHeaderNames.EXPECT);
        headers.set(MARK, String.valueOf(original.record().route));
        request = new DefaultHttpRequest(head.protocolVersion(), head.method(), head.uri(), headers);
        sendWhenWhole();
    }

    private void sendWhenWhole() {
        if (whole && request != null && relay == null && !over) {
            if (!Way.passes(mirror.upstream(), loop)) {
                original.record().step(STEP, "left-out", "an open circuit", name(), 0);
                drop();
                return;
            }
            original.record().step(STEP, "copied", null, name(), 0);
            DecisionRecord mine = scratch.record;
            mine.revision = original.record().revision;
            mine.startNanos = loop.readClock();
            mine.clientAddress = original.record().clientAddress;
            mine.scheme = original.record().scheme;
            mine.path = original.record().path;
            relay = new Relay(this, loop, mirror.upstream());
            loop.eventLoop.execute(this::send); // behind the request itself
        }
    }

    private void send() {
        Relay way = relay;
        HttpRequest head = request;
        if (way == null || head == null) {
            return;
        }
        way.begin(head);
        for (HttpContent part = body.poll(); part != null; part = body.poll()) {
            way.requestPart(part);
        }
        way.flush();
    }

    private void leaveOut() {
        original.record().step(STEP, "left-out", "a body of more than " + mirror.bodyBytes() + " bytes", name(), 0);
        drop();
    }

    private String name() {
        return mirror.upstream().name();
    }

    /** The request has ended: nothing is copied any more, unless the copy is on its way already. */
    void drop() {
        if (relay == null && !over) {
            over = true;
            body.forEach(HttpContent::release);
            body.clear();
            loop.giveBack(scratch);
        }
    }

    @Override
    public DecisionRecord record() {
        return scratch.record;
    }

    /** Those who wait for an answer come first. */
    @Override
    public Importance importance() {
        return Importance.SHEDDABLE;
    }

    @Override
    public Serving serving() {
        return serving;
    }

    @Override
    public @Nullable Deadline deadline() {
        return null;
    }

    @Override
    public Flow client() {
        return this;
    }

    @Override
    public long sinceStart() {
        return loop.readClock() - scratch.record.startNanos;
    }

    @Override
    public void informational(HttpResponse response) {
        // an answer follows
    }

    @Override
    public void responseHead(HttpResponse response) {
        scratch.record.status = response.status().code();
        if (HttpUtil.getContentLength(response, 0L) > MOST_READ) {
            end();
        } else {
            loop.deadline(
                    this,
                    mirror.upstream().state().upstream().timeouts().response().toNanos());
        }
    }

    @Override
    public void switched(HttpResponse response) {
        end(); // it was not asked to
    }

    @Override
    public void responsePart(HttpContent part) {
        scratch.record.responseBytes += part.content().readableBytes();
        part.release();
        if (!over && scratch.record.responseBytes > MOST_READ) {
            end();
        }
    }

    @Override
    public void responseEnd() {
        end();
    }

    @Override
    public void fail(Fault fault, @Nullable String detail, HttpHeaders headers) {
        if (!over) {
            scratch.record.fault = fault;
            scratch.record.faultDetail = detail;
            end();
        }
    }

    /** The answer goes on for longer than anybody would wait. */
    @Override
    void expired() {
        end();
    }

    private void end() {
        if (over) {
            return;
        }
        over = true;
        loop.forget(this);
        if (relay != null) {
            relay.cancel();
        }
        body.forEach(HttpContent::release);
        body.clear();
        scratch.record.endNanos = sinceStart();
        loop.observer.copied(scratch.record);
        loop.giveBack(scratch);
    }

    @Override
    public void flush() {
        // nobody waits
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public void reading(boolean on) {
        // all of the request is there
    }
}
