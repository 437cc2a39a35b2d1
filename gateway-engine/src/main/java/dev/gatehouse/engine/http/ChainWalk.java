package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters one step of a chain and does what its verdict says. */
final class ChainWalk {
    private static final Logger LOG = LoggerFactory.getLogger(ChainWalk.class);

    private ChainWalk() {}

    /**
     * Enters a step.
     *
     * @param body the request's body, whole, if the step wants to see it so
     */
    static void step(
            Exchange exchange,
            CompiledRoute.NamedStep step,
            Head head,
            @Nullable Collector body,
            Loop loop,
            DecisionRecord record) {
        long began = System.nanoTime();
        Verdict verdict;
        try {
            verdict =
                    body == null ? step.handler().request(head) : step.handler().request(head, body.seen());
        } catch (RuntimeException e) {
            broken(exchange, step, e);
            return;
        }
        settle(exchange, step, verdict, began, loop, record);
    }

    private static void settle(
            Exchange exchange,
            CompiledRoute.NamedStep step,
            Verdict verdict,
            long began,
            Loop loop,
            DecisionRecord record) {
        switch (verdict) {
            case Verdict.Proceed proceed -> {
                record.step(step.name(), "proceed", proceed.saw(), proceed.wanted(), System.nanoTime() - began);
                exchange.proceed();
            }
            case Verdict.Reply reply -> {
                record.step(step.name(), "reply", reply.saw(), reply.wanted(), System.nanoTime() - began);
                exchange.reply(reply.status(), reply.headers(), reply.body());
            }
            case Verdict.Later later ->
                later.verdict()
                        .whenComplete((said, failure) -> loop.eventLoop.execute(() -> {
                            if (exchange.hasEnded()) {
                                return; // the client did not wait
                            }
                            if (failure != null) {
                                broken(exchange, step, failure);
                            } else {
                                settle(exchange, step, said, began, loop, record);
                            }
                        }));
        }
    }

    /** Ends an exchange whose step has failed. */
    static void broken(Exchange exchange, CompiledRoute.NamedStep step, Throwable failure) {
        LOG.error("the step {} failed", step.name(), failure);
        exchange.fail(Fault.INTERNAL, "the step " + step.name() + " failed");
    }
}
