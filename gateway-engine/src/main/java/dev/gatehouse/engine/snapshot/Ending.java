package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.route.PathTemplate;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A destination, compiled: where a route ends. */
public sealed interface Ending {
    /**
     * Sends the request on.
     *
     * @param shares the upstreams; one, or those of a split
     * @param bounds for each share the sum of the weights up to and with it
     * @param sharing who goes to which share; null where only the weights say it
     * @param mirror who gets copies of requests; null for nobody
     * @param path the path to send; null for the request's own
     * @param fallbacks where requests go while the circuit of their upstream is open, by its full name
     */
    record Forward(
            List<CompiledUpstream> shares,
            int[] bounds,
            @Nullable Sharing sharing,
            @Nullable Mirroring mirror,
            @Nullable PathTemplate path,
            Map<String, Ending> fallbacks)
            implements Ending {
        /**
         * The upstream for a draw.
         *
         * @param draw evenly drawn from [0, {@link #sum})
         */
        public CompiledUpstream share(int draw) {
            int i = 0;
            while (draw >= bounds[i]) {
                i++;
            }
            return shares.get(i);
        }

        /** The sum of all weights. */
        public int sum() {
            return bounds[bounds.length - 1];
        }
    }

    /**
     * Copies of requests that another upstream gets too.
     *
     * @param upstream who gets them
     * @param percent how many of the requests are copied
     * @param bodyBytes the largest body that is copied
     */
    record Mirroring(CompiledUpstream upstream, int percent, long bodyBytes) {}

    /** Answers with a fixed response. */
    record Answer(int status, Map<String, String> headers, byte[] body) implements Ending {
        static Answer of(int status, Map<String, String> headers, String body) {
            return new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Sends the client elsewhere. */
    record Elsewhere(int status, PathTemplate location) implements Ending {}
}
