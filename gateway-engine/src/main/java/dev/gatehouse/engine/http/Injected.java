package dev.gatehouse.engine.http;

import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.injection.Injection;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One request's encounter with an injected fault: it waits, and goes on or is answered with an error. On the loop only. */
final class Injected extends Timed {
    /** What a request is doing that waits because of it. */
    static final String WAITING = "in an injected delay";

    private static final String STEP = "fault-injection";
    private static final int HUNDRED = 100;

    private final Exchange exchange;
    private final Injection injection;

    private Injected(Exchange exchange, Injection injection) {
        this.exchange = exchange;
        this.injection = injection;
    }

    /** What a request of a route meets, taken down in its record and begun; null for nothing. */
    static @Nullable Injected begin(Exchange exchange, Loop loop, String route) {
        Injection injection = loop.injections.of(route);
        if (injection == null || !injection.meets(loop.random.nextInt(HUNDRED), loop.clock())) {
            return null;
        }
        Duration delay = injection.terms().delay();
        Injected met = new Injected(exchange, injection);
        exchange.record()
                .step(
                        STEP,
                        injection.terms().abort() == null ? "delayed" : "aborted",
                        met.words(),
                        null,
                        delay == null ? 0 : delay.toNanos());
        if (delay == null) {
            met.expired();
        } else {
            loop.deadline(met, delay.toNanos());
        }
        return met;
    }

    private String words() {
        return "injection " + injection.id() + " of " + injection.author();
    }

    @Override
    void expired() {
        Integer status = injection.terms().abort();
        if (status == null) {
            exchange.proceed();
        } else {
            exchange.fail(
                    Fault.FAULT_INJECTED,
                    status,
                    injection.author() + " lets requests of this route fail until "
                            + injection.endsAt().truncatedTo(ChronoUnit.SECONDS) + ", injection "
                            + injection.id(),
                    EmptyHttpHeaders.INSTANCE);
        }
    }
}
