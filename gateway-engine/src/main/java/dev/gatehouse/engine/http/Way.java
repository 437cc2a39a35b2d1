package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.Ending;
import dev.gatehouse.engine.snapshot.Sharing;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.upstream.Circuit;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a forwarded request goes: to the upstream that is meant or, while its circuit is open, to the fallback, once; what
 * that falls back on is not asked.
 */
final class Way {
    private static final String STEP = "circuit-breaker";

    private Way() {}

    /** The way to the upstream of a forward: by what the split says of the request, else drawn by weight. */
    static Relay meant(Exchange exchange, Loop loop, Ending.Forward forward, Head head) {
        Sharing sharing = forward.sharing();
        int index = sharing == null ? Sharing.DRAWN : sharing.index(head);
        if (sharing != null && index != Sharing.DRAWN) {
            CompiledUpstream chosen = forward.shares().get(index);
            exchange.record().step("split", "chose", sharing.reason(head), chosen.name(), 0);
            return new Relay(exchange, loop, chosen);
        }
        int draw = forward.sum() == 1 ? 0 : loop.random.nextInt(forward.sum());
        return new Relay(exchange, loop, forward.share(draw));
    }

    /** Makes the client stay with its share of a split, if the split wants that. */
    static void stick(CompiledRoute route, Relay relay, Head head, HttpHeaders response) {
        if (route.ending() instanceof Ending.Forward forward && forward.sharing() != null) {
            String cookie = forward.sharing().setCookie(head, relay.upstream());
            if (cookie != null) {
                response.add(HttpHeaderNames.SET_COOKIE, cookie);
            }
        }
    }

    /** The relay to begin, or null if the request has been answered. */
    static @Nullable Relay around(Exchange exchange, Loop loop, Ending.Forward forward, Relay meant) {
        CompiledUpstream upstream = meant.upstream();
        if (passes(upstream, loop)) {
            return meant;
        }
        switch (forward.fallbacks().get(upstream.name())) {
            case Ending.Forward other -> {
                CompiledUpstream instead = other.share(0);
                exchange.record().step(STEP, "detour", "open", instead.name(), 0);
                Relay relay = new Relay(exchange, loop, instead);
                relay.inherit(meant);
                meant.cancel();
                if (passes(instead, loop)) {
                    return relay;
                }
                relay.cancel();
                fail(exchange, loop, instead);
            }
            case Ending.Answer answer -> {
                meant.cancel();
                exchange.record().step(STEP, "reply", "open", null, 0);
                FixedAnswer.give(exchange, answer);
            }
            case null, default -> fail(exchange, loop, upstream);
        }
        return null;
    }

    /** Whether an upstream's circuit lets a request pass. */
    static boolean passes(CompiledUpstream upstream, Loop loop) {
        Circuit circuit = upstream.state().circuit();
        return circuit == null || circuit.mayPass(loop.clock());
    }

    private static void fail(Exchange exchange, Loop loop, CompiledUpstream upstream) {
        CircuitUse use = Objects.requireNonNull(upstream.state().circuit()).use(loop.clock());
        Duration left = use.left();
        HttpHeaders headers = new DefaultHttpHeaders();
        if (left != null) {
            headers.set(HttpHeaderNames.RETRY_AFTER, Long.toString(left.toSeconds() + 1));
        }
        exchange.fail(
                Fault.CIRCUIT_OPEN,
                "the circuit of " + upstream.name() + " is open" + (use.reason() == null ? "" : ": " + use.reason()),
                headers);
    }
}
