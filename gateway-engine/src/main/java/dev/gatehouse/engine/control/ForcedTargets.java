package dev.gatehouse.engine.control;

import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.spec.Durations;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators say which targets take requests, whatever their health is, and takes it down in the audit. It holds over
 * revisions as long as the upstream has the target, and is forgotten at a restart. Used from any thread but the event loops.
 */
public final class ForcedTargets implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("forced-targets").factory());
    private final Audit audit;
    private final InstantSource clock;
    private volatile Map<String, UpstreamState> upstreams = Map.of();
    private volatile Runnable changed = () -> {};

    /** Nothing is forced. */
    public ForcedTargets(Audit audit, InstantSource clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * These are the upstreams from now on.
     *
     * @param whenChanged is run when connections to a target may no longer be kept, or may be again
     */
    public void upstreamsAre(List<CompiledUpstream> all, Runnable whenChanged) {
        changed = whenChanged;
        upstreams = all.stream().collect(Collectors.toMap(CompiledUpstream::name, CompiledUpstream::state));
    }

    /**
     * Forces a target.
     *
     * @param length null until it is released
     * @throws Refused.NotFound if there is no such target
     */
    public ForcedTarget force(
            String upstream, String address, ForcedTarget.State state, @Nullable Duration length, String actor)
            throws Refused {
        Instant since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ForcedTarget told = new ForcedTarget(state, actor, since, length == null ? null : since.plus(length));
        if (!state(upstream).force(address, told, length, System.nanoTime())) {
            throw missing(upstream, address);
        }
        String detail = state.word() + (length == null ? "" : " for " + Durations.print(length));
        audit.write(actor, "target.force", subject(upstream, address), detail, since);
        changed.run();
        if (length != null) {
            timer.schedule(() -> changed.run(), length.toNanos() + 1, TimeUnit.NANOSECONDS);
        }
        return told;
    }

    /**
     * Lets health decide of a target again; false if it was not forced.
     *
     * @throws Refused.NotFound if there is no such target
     */
    public boolean release(String upstream, String address, String actor) throws Refused {
        UpstreamState state = state(upstream);
        if (state.members().stream()
                .noneMatch(member -> member.target().address().equals(address))) {
            throw missing(upstream, address);
        }
        boolean released = state.release(address, actor, System.nanoTime());
        if (released) {
            audit.write(actor, "target.release", subject(upstream, address), null, clock.instant());
            changed.run();
        }
        return released;
    }

    private UpstreamState state(String upstream) throws Refused {
        UpstreamState state = upstreams.get(upstream);
        if (state == null) {
            throw new Refused.NotFound("There is no upstream '" + upstream + "' in the active revision.");
        }
        return state;
    }

    private static Refused missing(String upstream, String address) {
        return new Refused.NotFound("The upstream '" + upstream + "' has no target '" + address
                + "'. /status tells the addresses that it has.");
    }

    private static String subject(String upstream, String address) {
        return "target " + upstream + " " + address;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
