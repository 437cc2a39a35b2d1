package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.Importance;
import dev.gatehouse.engine.model.ListenerLimits;
import dev.gatehouse.engine.route.PathTemplate;
import dev.gatehouse.engine.snapshot.CompiledListener;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.Ending;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One request from its head to the end of its response. It walks up the chain, is led to the route's ending, and walks down
 * again; bodies pass part by part, each side reading only as fast as the other takes. However it ends, it ends once: the
 * record goes to the observer, and what was taken is given back.
 *
 * <p>It knows neither protocol: the client is a {@link ClientSide}, what speaks to the target is a {@link Relay}. Used on
 * one event loop only.
 */
final class Exchange implements Requester {
    private static final byte[] NOTHING = new byte[0];

    private final Loop loop;
    private ClientSide client;
    private final Peer peer;
    private final Loop.Scratch scratch;
    private final DecisionRecord record;
    private final Serving serving;
    private final CompiledListener listener;
    private final ListenerLimits limits;
    private final HttpRequest request;

    private @Nullable Head head;
    private @Nullable CompiledRoute route;
    private @Nullable Relay relay;
    private @Nullable Mirrored copy;
    private @Nullable Injected injected;
    private boolean climbed;
    private @Nullable Deadline deadline;
    private @Nullable RequestWay requestWay;
    private @Nullable ResponseWay responseWay;
    private boolean trusted;
    private String requestId = "";
    private boolean responseStarted;
    private boolean ended;
    private boolean webSocket;
    private boolean tunnel;

    Exchange(Loop loop, ClientSide client, Peer peer, Serving serving, CompiledListener listener, HttpRequest request) {
        this.loop = loop;
        this.client = client;
        this.peer = peer;
        this.serving = serving;
        this.listener = listener;
        limits = listener.listener().limits();
        this.request = request;
        scratch = loop.scratch();
        record = scratch.record;
        scratch.begin(loop, serving.snapshot(), listener, request, peer);
    }

    /** Begins: checks the head, finds the route, goes up the chain. */
    void start(HeadReader reader, String scheme) {
        try {
            head = reader.read(request, listener, scheme);
            head.describe(record);
            record.protocol = request.protocolVersion().text();
            webSocket = WebSocket.isAskedFor(request, head);
        } catch (Refusal refusal) {
            refuse(refusal);
            return;
        }
        trusted = peer.isTrusted(listener.trusted());
        requestId = Forwarding.requestId(head.headers(), trusted, record);
        record.requestId = requestId;
        serving.snapshot().table().find(head, scratch.routing);
        route = scratch.routing.value();
        if (route == null) {
            loop.observer.started(record);
            Unrouted.answer(this, serving.snapshot(), head, scratch.routing.allow());
            return;
        }
        record.route = route.name();
        record.routeIndex = route.index();
        HopByHop.strip(head.headers());
        deadline = Deadline.of(this, head.headers(), route, trusted, loop);
        HopByHop.stripOurs(head.headers());
        if (route.ending() instanceof Ending.Forward forward) {
            relay = Way.meant(this, loop, forward, head);
            copy = webSocket ? null : Mirrored.of(this, loop, forward, head);
        }
        if (loop.memory.refuses(route.importance())) {
            loop.observer.started(record);
            Overdue.memory(route.importance()).end(this);
            return;
        }
        if (!route.chain().isEmpty()) {
            requestWay = new RequestWay(this, loop, route, limits.idle().toNanos());
        }
        loop.observer.started(record);
        proceed();
    }

    /** Begins and ends at once: no route may see the request, and what follows it is not trusted either. */
    void refuse(Refusal refusal) {
        loop.observer.started(record);
        fail(refusal.fault(), refusal.detail(), refusal.headers());
    }

    /** Goes on up the chain, then to the ending. */
    void proceed() {
        CompiledRoute chosen = Objects.requireNonNull(route);
        Head seen = Objects.requireNonNull(head);
        if (requestWay != null && requestWay.climb(seen)) {
            return;
        }
        if (!climbed) {
            climbed = true;
            injected = Injected.begin(this, loop, chosen.name());
            if (injected != null) {
                return;
            }
        }
        switch (chosen.ending()) {
            case Ending.Answer answer -> FixedAnswer.give(this, answer);
            case Ending.Elsewhere elsewhere -> FixedAnswer.give(this, elsewhere, scratch.routing);
            case Ending.Forward forward -> forward(forward, seen);
        }
    }

    private void forward(Ending.Forward forward, Head seen) {
        PathTemplate template = forward.path();
        String path = template == null ? seen.path() : template.expand(scratch.routing);
        request.setUri(seen.query().isEmpty() ? path : path + "?" + seen.query());
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
        Forwarding.write(seen.headers(), peer, trusted, seen.scheme(), requestId);
        if (webSocket) {
            WebSocket.ask(seen.headers());
        }
        relay = Way.around(this, loop, forward, Objects.requireNonNull(relay));
        if (copy != null) {
            copy.begin(request);
        }
        if (relay != null && requestWay != null) {
            requestWay.begin(relay, request, seen);
        } else if (relay != null) {
            relay.begin(request);
        }
    }

    /** A part of the request's body has come; owns it. */
    void requestPart(HttpContent part) {
        if (ended) {
            part.release();
            return;
        }
        record.requestBytes += part.content().readableBytes();
        Refusal refusal = tunnel ? null : RequestBody.refusal(part, record.requestBytes, limits);
        if (refusal != null) {
            part.release();
            fail(refusal.fault(), refusal.detail());
        } else if (requestWay != null && !tunnel) {
            requestWay.part(part, relay);
        } else if (relay != null) {
            toTarget(part);
        } else {
            part.release();
        }
    }

    /** A part of the request's body goes to the target, and to the copy if one is made; owns it. */
    void toTarget(HttpContent part) {
        if (copy != null) {
            copy.see(part);
        }
        Objects.requireNonNull(relay).requestPart(part);
    }

    /** The request cannot be read on; what follows on its connection is lost too. */
    void requestBroken(Refusal refusal) {
        fail(refusal.fault(), refusal.detail());
    }

    /** All parts that came in one go have been handed on. */
    void requestReadComplete() {
        if (relay != null && !ended) {
            relay.flush();
        }
    }

    /** The client has gone. */
    void clientGone() {
        if (ended) {
            return;
        }
        record.fault = Fault.CLIENT_GONE;
        record.faultDetail =
                responseStarted ? "the client left during the response" : "the client left before the response";
        if (record.status == 0) {
            record.status = Fault.CLIENT_GONE.status();
        }
        if (relay != null) {
            relay.cancel();
        }
        end();
    }

    /** The client takes more again. */
    void clientWritable() {
        if (relay != null && !ended) {
            relay.resumeResponse();
        }
    }

    @Override
    public void responseHead(HttpResponse response) {
        if (client.expectsSwitch() && response.status().codeClass() == HttpStatusClass.SUCCESS) {
            fail(Fault.UPSTREAM_INVALID, "the target did not switch to WebSocket");
            return;
        }
        Head seen = Objects.requireNonNull(head);
        Way.stick(Objects.requireNonNull(route), Objects.requireNonNull(relay), seen, response.headers());
        ResponseWay way = new ResponseWay(this, route, entered(), seen);
        responseWay = way;
        way.head(response);
    }

    @Override
    public void switched(HttpResponse response) {
        int status = response.status().code();
        Transforms.down(entered(), Objects.requireNonNull(head), status, response.headers());
        record.status = status;
        responseStarted = true;
        tunnel = true;
        loop.forget(deadline);
        client = client.switched(this, response);
    }

    /** The response's head goes to the client. */
    void responseStarts(HttpResponse response) {
        record.status = response.status().code();
        responseStarted = true;
        TransportSecurity.tell(listener, response.headers());
        client.write(response);
    }

    @Override
    public void informational(HttpResponse response) {
        client.write(OwnAnswer.message(response.status().code(), response.headers(), NOTHING));
        client.flush();
    }

    @Override
    public void responsePart(HttpContent part) {
        if (tunnel) {
            writePart(part);
        } else {
            Objects.requireNonNull(responseWay).part(part);
        }
    }

    /** A part of the response's body goes to the client; owns it. */
    void writePart(HttpContent part) {
        record.responseBytes += part.content().readableBytes();
        client.write(part);
    }

    @Override
    public void responseEnd() {
        if (ended) {
            return;
        }
        Verdict.Reply other =
                tunnel ? null : Objects.requireNonNull(responseWay).end();
        if (other != null) {
            reply(other.status(), other.headers(), other.body());
        } else if (!ended) {
            client.flush();
            end();
            client.done();
        }
    }

    /** Answers from here: a step's or the ending's own response. */
    void reply(int status, HttpHeaders headers, byte[] body) {
        Head seen = head;
        HttpHeaders all = OwnAnswer.headers(status, headers, body);
        if (seen != null) {
            TransportSecurity.tell(listener, all);
            Transforms.down(entered(), seen, status, all);
        }
        record.status = status;
        responseStarted = true;
        boolean bare = HttpMethod.HEAD.name().equals(record.method);
        if (!bare) {
            record.responseBytes += body.length;
        }
        client.write(OwnAnswer.message(status, all, bare ? NOTHING : body));
        client.flush();
        end();
        client.done();
    }

    /** Ends with a fault: a problem document while nothing was sent, else a visible break. */
    @Override
    public void fail(Fault fault, @Nullable String detail, HttpHeaders headers) {
        fail(fault, fault.status(), detail, headers);
    }

    /** Ends with a fault, under a status of its own. */
    void fail(Fault fault, int status, @Nullable String detail, HttpHeaders headers) {
        if (ended) {
            return;
        }
        record.fault = fault;
        record.faultDetail = detail;
        if (relay != null) {
            relay.cancel();
        }
        if (responseStarted) {
            end();
            client.abort();
            return;
        }
        FaultAnswer.give(this, head, fault, status, detail, headers);
    }

    private void end() {
        ended = true;
        loop.forget(deadline);
        loop.forget(injected);
        if (copy != null) {
            copy.drop();
        }
        if (requestWay != null) {
            requestWay.release();
        }
        if (responseWay != null) {
            responseWay.release();
        }
        record.endNanos = sinceStart();
        loop.observer.ended(record);
        loop.giveBack(scratch);
    }

    private List<CompiledRoute.NamedStep> entered() {
        return requestWay == null ? List.of() : requestWay.entered();
    }

    /** What is being done for the request, for a sentence about what happened now. */
    String doing() {
        String now = relay == null ? Relay.BEFORE : relay.doing();
        return injected != null && now.equals(Relay.BEFORE) ? Injected.WAITING : now;
    }

    @Override
    public long sinceStart() {
        return loop.readClock() - record.startNanos;
    }

    @Override
    public @Nullable Deadline deadline() {
        return deadline;
    }

    @Override
    public Importance importance() {
        return route == null ? Importance.NORMAL : route.importance();
    }

    @Override
    public DecisionRecord record() {
        return record;
    }

    @Override
    public Serving serving() {
        return serving;
    }

    @Override
    public ClientSide client() {
        return client;
    }

    boolean hasEnded() {
        return ended;
    }
}
