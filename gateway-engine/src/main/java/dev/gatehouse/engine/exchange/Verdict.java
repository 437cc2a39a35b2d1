package dev.gatehouse.engine.exchange;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a step says to a request, or to a response that it has seen whole. */
public sealed interface Verdict {
    /** It goes on. */
    Verdict PROCEED = new Proceed(null, null);

    /**
     * It goes on to the next step.
     *
     * @param saw what the step found, for the decision record; never a secret
     * @param wanted what it would have taken otherwise
     */
    record Proceed(@Nullable String saw, @Nullable String wanted) implements Verdict {}

    /**
     * The step answers itself; the rest of the chain and the destination never see the request.
     *
     * @param saw what the step found, for the decision record; never a secret
     * @param wanted what would have let the request go on
     */
    record Reply(
            int status,
            HttpHeaders headers,
            byte[] body,
            @Nullable String saw,
            @Nullable String wanted) implements Verdict {
        /** An answer that says nothing of why. */
        public Reply(int status, HttpHeaders headers, byte[] body) {
            this(status, headers, body, null, null);
        }
    }

    /** The step says so later; the stage must complete within the step's own deadline, on any thread. */
    record Later(CompletionStage<Verdict> verdict) implements Verdict {}
}
