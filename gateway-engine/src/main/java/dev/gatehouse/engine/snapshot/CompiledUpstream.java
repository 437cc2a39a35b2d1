package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.upstream.UpstreamState;

/**
 * An upstream of a revision.
 *
 * @param index its dense number in the revision
 * @param name its full name
 * @param state its state at work, carried over from the last revision if its configuration is the same
 */
public record CompiledUpstream(int index, String name, UpstreamState state) {}
