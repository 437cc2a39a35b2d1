package dev.gatehouse.engine.http;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Verdict;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters one step of a chain and does what its verdict says. */
final class ChainWalk {
    private static final Logger LOG = LoggerFactory.getLogger(ChainWalk.class);

    private ChainWalk() {}

    static void step(Exchange exchange, CompiledRoute.NamedStep step, Head head, Loop loop, DecisionRecord record) {
        long began = System.nanoTime();
        Verdict verdict;
        try {
            verdict = step.handler().request(head);
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
            case Verdict.Proceed _ -> {
                record.step(step.name(), "proceed", null, null, System.nanoTime() - began);
                exchange.proceed();
            }
            case Verdict.Reply reply -> {
                record.step(step.name(), "reply", null, null, System.nanoTime() - began);
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

    private static void broken(Exchange exchange, CompiledRoute.NamedStep step, Throwable failure) {
        LOG.error("the step {} failed", step.name(), failure);
        exchange.fail(Fault.INTERNAL, "the step " + step.name() + " failed");
    }
}
