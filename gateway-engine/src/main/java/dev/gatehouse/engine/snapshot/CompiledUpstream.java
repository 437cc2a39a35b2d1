package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.upstream.Closed;
import dev.gatehouse.engine.upstream.UpstreamState;
import org.jspecify.annotations.Nullable;

/**
 * An upstream of a revision.
 *
 * @param index its dense number in the revision
 * @param name its full name
 * @param state its state at work, carried over from the last revision if its configuration is the same
 * @param tls how its targets are spoken to in TLS, or null for plain text
 */
public record CompiledUpstream(
        int index,
        String name,
        UpstreamState state,
        @Nullable TargetTls tls) {
    /** Why no target of it takes a request: a sentence without its capital and its end. */
    public String whyClosed(long now) {
        Closed why = state.closed(now);
        return (why == null ? Closed.DRAINED : why).of(name);
    }
}
