package dev.gatehouse.engine.control;

import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.telemetry.Events;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** What operators do to a running gateway beside its configuration: nothing of it is kept over a restart. */
public record Interventions(FaultInjections faults, ForcedTargets forces) implements AutoCloseable {
    /** None yet. */
    public static Interventions on(Injections injections, Events events, Audit audit, InstantSource clock) {
        return new Interventions(
                new FaultInjections(injections, events, audit, clock), new ForcedTargets(audit, clock));
    }

    /**
     * This is served from now on.
     *
     * @param targetsChanged is run when connections to a target may no longer be kept, or may be again
     */
    public void serve(Snapshot next, Runnable targetsChanged) {
        forces.upstreamsAre(next.upstreams(), targetsChanged);
        faults.routesAre(next.routes().stream().map(CompiledRoute::name).collect(Collectors.toSet()));
    }

    @Override
    public void close() {
        faults.close();
        forces.close();
    }
}
