package dev.gatehouse.engine.exchange;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.CompletionStage;

/** What a step says to a request. */
public sealed interface Verdict {
    /** The request goes on. */
    Verdict PROCEED = new Proceed();

    /** The request goes on to the next step. */
    record Proceed() implements Verdict {}

    /** The step answers itself; the rest of the chain and the destination never see the request. */
    record Reply(int status, HttpHeaders headers, byte[] body) implements Verdict {}

    /** The step says so later; the stage must complete within the step's own deadline, on any thread. */
    record Later(CompletionStage<Verdict> verdict) implements Verdict {}
}
