package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.Cookies;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.model.HashKey;
import dev.gatehouse.engine.upstream.Member;
import dev.gatehouse.engine.upstream.Stickiness;
import dev.gatehouse.engine.upstream.TargetState;
import dev.gatehouse.engine.upstream.UpstreamState;
import dev.gatehouse.engine.upstream.Wish;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where one exchange is: at one target of its upstream at a time, counted in and out. */
final class Visit implements Wish {
    private final UpstreamState upstream;
    private final DecisionRecord record;
    private final Loop loop;
    private @Nullable HttpHeaders request;
    private @Nullable Retries retries;
    private @Nullable Member member;
    private long begun;

    Visit(UpstreamState upstream, DecisionRecord record, Loop loop) {
        this.upstream = upstream;
        this.record = record;
        this.loop = loop;
    }

    /** The request is known. */
    void of(HttpHeaders headers, @Nullable Retries all) {
        request = headers;
        retries = all;
    }

    /** The target of the next attempt: the present one, or one that is chosen now; null if there is none. */
    @Nullable
    TargetState begin() {
        Member at = member;
        if (at == null) {
            at = upstream.choose(this, loop.clock());
            if (at == null) {
                return null;
            }
            member = at;
            at.target().enter();
            record.targetIndex = at.index();
            record.target = at.target().address();
            if (retries != null) {
                retries.at(at);
            }
        }
        record.attempts++;
        begun = loop.clock();
        return at.target();
    }

    /** The target has answered. */
    void answered(int status) {
        if (member != null) {
            upstream.answered(member, status, begun, loop.clock());
        }
    }

    /** The attempt has ended in a fault. */
    void failed(Fault fault) {
        if (member != null) {
            upstream.failed(member, fault, loop.readClock());
        }
    }

    /** Makes the client stay at the target, if the upstream wants that. */
    void stick(HttpHeaders response) {
        Stickiness sticky = upstream.stickiness();
        if (sticky != null && member != null) {
            String cookie = sticky.setCookie(member, pin(), "https".equals(record.scheme));
            if (cookie != null) {
                response.add(HttpHeaderNames.SET_COOKIE, cookie);
            }
        }
    }

    /** Leaves the target, if it is at one. */
    void end() {
        if (member != null) {
            member.target().leave();
            member = null;
        }
    }

    @Override
    public boolean wasAt(Member other) {
        return retries != null && retries.wasAt(other);
    }

    @Override
    public String key() {
        HashKey key = upstream.upstream().balancer().hash();
        if (key == null) {
            return record.clientAddress;
        }
        String name = key.name();
        String value = switch (key.by()) {
            case HEADER -> Objects.requireNonNull(request).get(Objects.requireNonNull(name));
            case COOKIE -> Cookies.find(Objects.requireNonNull(request), Objects.requireNonNull(name));
            case ADDRESS -> record.clientAddress;
            case PATH -> record.path;
        };
        return value == null ? record.clientAddress : value;
    }

    @Override
    public @Nullable String pin() {
        Stickiness sticky = upstream.stickiness();
        return sticky == null ? null : Cookies.find(Objects.requireNonNull(request), sticky.cookie());
    }
}
