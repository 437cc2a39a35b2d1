package dev.gatehouse.engine;

import dev.gatehouse.engine.control.FaultInjections;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.outbound.Prober;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.telemetry.CertificateWatch;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.telemetry.PoolUse;
import dev.gatehouse.engine.telemetry.RetryUse;
import dev.gatehouse.engine.telemetry.RevisionNames;
import dev.gatehouse.engine.telemetry.Telemetry;
import dev.gatehouse.engine.upstream.Circuit;
import dev.gatehouse.engine.upstream.Permits;
import dev.gatehouse.engine.upstream.RetryBudget;
import dev.gatehouse.engine.upstream.RetryRule;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data path with telemetry, prober and injected faults told of each revision: before its first request, and once it is served. */
record WatchedDataPath(DataPath inner, Telemetry telemetry, Prober prober, FaultInjections faults) implements DataPath {
    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        Prepared prepared = inner.prepare(next);
        boolean again = telemetry.isActive(next.revision()); // the same revision, with renewed secrets
        if (!again) {
            telemetry.prepare(names(next));
        }
        return new Prepared() {
            @Override
            public void swap() {
                prepared.swap();
                if (!again) {
                    telemetry.activated(next.revision());
                }
                telemetry.certificates().watch(certificates(next));
                prober.watch(next.upstreams());
                faults.routesAre(next.routes().stream().map(CompiledRoute::name).collect(Collectors.toSet()));
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public Map<String, InetSocketAddress> bindings() {
        return inner.bindings();
    }

    private static @Nullable RetryUse retries(@Nullable RetryRule rule) {
        if (rule == null) {
            return null;
        }
        RetryBudget budget = rule.budget();
        long now = System.nanoTime();
        return new RetryUse(budget.used(now), budget.limit(now), budget.made(), budget.refused());
    }

    private static List<CertificateWatch.Watched> certificates(Snapshot snapshot) {
        return snapshot.certificates().stream()
                .map(one -> new CertificateWatch.Watched(
                        one.name(), one.credential().notAfter()))
                .toList();
    }

    private static @Nullable CircuitUse circuit(@Nullable Circuit circuit) {
        return circuit == null ? null : circuit.use(System.nanoTime());
    }

    private static RevisionNames names(Snapshot snapshot) {
        return new RevisionNames(
                snapshot.revision(),
                snapshot.routes().stream().map(CompiledRoute::name).toList(),
                snapshot.upstreams().stream()
                        .map(upstream -> upstream(upstream.name(), upstream.state()))
                        .toList());
    }

    private static RevisionNames.Upstream upstream(String name, UpstreamState state) {
        Permits permits = state.permits();
        Pool pool = state.upstream().pool();
        return new RevisionNames.Upstream(
                name,
                state.members().stream()
                        .map(member -> new RevisionNames.Target(
                                member.target().address(),
                                member.weight(),
                                member.target()::inFlight,
                                () -> state.verdict(member, System.nanoTime())))
                        .toList(),
                () -> new PoolUse(
                        permits.used(),
                        permits.limit(),
                        permits.waiting(),
                        pool.pending(),
                        permits.adaptive() != null,
                        permits.refused()),
                () -> retries(state.retry()),
                () -> circuit(state.circuit()),
                () -> state.changes(System.nanoTime()));
    }
}
