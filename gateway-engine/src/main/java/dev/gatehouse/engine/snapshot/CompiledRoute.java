package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.exchange.BodyUse;
import dev.gatehouse.engine.exchange.BodyUse.Kind;
import dev.gatehouse.engine.exchange.StepHandler;
import dev.gatehouse.engine.model.Importance;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A route of a revision.
 *
 * @param index its dense number in the revision
 * @param name its full name
 * @param chain its policies in the order in which a request meets them
 * @param requestBound the most bytes of a request's body that are collected; 0 where no step asks for it
 * @param responseBound the same for a response's body
 * @param ending where it ends
 * @param importance whether its requests are refused early or late when there are too many
 * @param deadline how long a request may take as a whole, in nanoseconds; {@link #NO_DEADLINE} for as long as it takes
 */
public record CompiledRoute(
        int index,
        String name,
        List<NamedStep> chain,
        long requestBound,
        long responseBound,
        Ending ending,
        Importance importance,
        long deadline) {
    /** The deadline of a route that has none. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** A route; the bounds are the largest that its steps ask for. */
    public CompiledRoute(
            int index,
            String name,
            List<NamedStep> chain,
            Ending ending,
            Importance importance,
            @Nullable Duration deadline) {
        this(
                index,
                name,
                chain,
                largest(chain, NamedStep::request),
                largest(chain, NamedStep::response),
                ending,
                importance,
                deadline == null ? NO_DEADLINE : deadline.toNanos());
    }

    private static long largest(List<NamedStep> chain, Function<NamedStep, BodyUse> use) {
        return chain.stream().map(use).mapToLong(BodyUse::most).max().orElse(0);
    }

    /**
     * A policy's handler, the name under which it is reported, and what it does with bodies.
     *
     * @param request of requests
     * @param response of responses
     */
    public record NamedStep(String name, StepHandler handler, BodyUse request, BodyUse response) {
        /** A step with what its handler declares. */
        public NamedStep(String name, StepHandler handler) {
            this(name, handler, handler.requestUse(), handler.responseUse());
        }

        /** Whether it wants to see requests' bodies whole. */
        public boolean collectsRequest() {
            return request.is(Kind.COLLECT);
        }

        /** Whether it wants to see responses' bodies whole. */
        public boolean collectsResponse() {
            return response.is(Kind.COLLECT);
        }
    }
}
