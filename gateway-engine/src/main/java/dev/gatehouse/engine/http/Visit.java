package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.upstream.HealthWatch;
import dev.gatehouse.engine.upstream.Member;
import dev.gatehouse.engine.upstream.TargetState;
import dev.gatehouse.engine.upstream.UpstreamState;
import org.jspecify.annotations.Nullable;

/** Where one exchange is: at one target of its upstream at a time, counted in and out. */
final class Visit {
    private final UpstreamState upstream;
    private final DecisionRecord record;
    private final Loop loop;
    private @Nullable Member member;

    Visit(UpstreamState upstream, DecisionRecord record, Loop loop) {
        this.loop = loop;
        this.upstream = upstream;
        this.record = record;
    }

    /** The target of the next attempt: the present one, or one that is chosen now; null if there is none. */
    @Nullable
    TargetState begin(@Nullable Retries retries) {
        Member at = member;
        if (at == null) {
            at = upstream.choose(Retries.wish(retries), loop.clock());
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
        return at.target();
    }

    /** The target has answered. */
    void answered(int status) {
        HealthWatch watch = upstream.health();
        if (watch != null && member != null) {
            watch.answered(member, status, loop.clock());
        }
    }

    /** The attempt has ended in a fault. */
    void failed(Fault fault) {
        HealthWatch watch = upstream.health();
        if (watch != null && member != null) {
            watch.failed(member, fault, loop.readClock());
        }
    }

    /** Leaves the target, if it is at one. */
    void end() {
        if (member != null) {
            member.target().leave();
            member = null;
        }
    }
}
