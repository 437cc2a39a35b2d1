package dev.gatehouse.engine;

import dev.gatehouse.engine.control.Interventions;
import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.outbound.Prober;
import dev.gatehouse.engine.outbound.discovery.Discoverer;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.telemetry.CertificateWatch;
import dev.gatehouse.engine.telemetry.CircuitUse;
import dev.gatehouse.engine.telemetry.DiscoveryUse;
import dev.gatehouse.engine.telemetry.PoolUse;
import dev.gatehouse.engine.telemetry.RetryUse;
import dev.gatehouse.engine.telemetry.RevisionNames;
import dev.gatehouse.engine.telemetry.Telemetry;
import dev.gatehouse.engine.upstream.Circuit;
import dev.gatehouse.engine.upstream.Discovered;
import dev.gatehouse.engine.upstream.Member;
import dev.gatehouse.engine.upstream.Permits;
import dev.gatehouse.engine.upstream.RetryBudget;
import dev.gatehouse.engine.upstream.RetryRule;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The data path with telemetry, prober, discoverer and interventions told of each revision: before its first request, and once it is served. */
record WatchedDataPath(
        DataPath inner, Telemetry telemetry, Prober prober, Discoverer discoverer, Interventions interventions)
        implements DataPath {
    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        Prepared prepared = inner.prepare(next);
        discoverer.prepare(next.upstreams());
        boolean again = telemetry.isActive(next.revision()); // the same revision, with renewed secrets
        if (!again) {
            telemetry.prepare(names(next));
        }
        return new Prepared() {
            @Override
            public void swap() {
                discoverer.watch(
                        next.upstreams()); // what was found meanwhile is among the targets from the first request
                prepared.swap();
                if (!again) {
                    telemetry.activated(next.revision());
                }
                telemetry.certificates().watch(certificates(next));
                prober.watch(next.upstreams());
                interventions.serve(next, WatchedDataPath.this::targetsChanged);
            }

            @Override
            public void abort() {
                prepared.abort();
                discoverer.abort();
            }
        };
    }

    @Override
    public Map<String, InetSocketAddress> bindings() {
        return inner.bindings();
    }

    @Override
    public void targetsChanged() {
        prober.targetsChanged();
        inner.targetsChanged();
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

    private static @Nullable DiscoveryUse discovery(@Nullable Discovered discovered) {
        return discovered == null ? null : discovered.use();
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
                new Told(state),
                () -> new PoolUse(
                        permits.used(),
                        permits.limit(),
                        permits.waiting(),
                        pool.pending(),
                        permits.adaptive() != null,
                        permits.refused()),
                () -> retries(state.retry()),
                () -> circuit(state.circuit()),
                () -> discovery(state.discovered()),
                () -> state.changes(System.nanoTime()));
    }

    /** The targets as telemetry is told of them: the same list as long as the upstream has the same members. */
    private static final class Told implements Supplier<List<RevisionNames.Target>> {
        private final UpstreamState state;
        private List<Member> of = List.of();
        private List<RevisionNames.Target> targets = List.of();

        Told(UpstreamState state) {
            this.state = state;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // the same list as long as no member comes or goes
        public synchronized List<RevisionNames.Target> get() {
            List<Member> now = state.members();
            if (now != of) {
                targets = IntStream.range(0, now.size())
                        .mapToObj(place -> target(now.get(place), place))
                        .toList();
                of = now;
            }
            return targets;
        }

        private RevisionNames.Target target(Member member, int place) {
            return new RevisionNames.Target(
                    member.target().address(),
                    member.weight(),
                    place >= state.upstream().targets().size(), // those of the configuration stand first
                    member.target()::inFlight,
                    () -> state.verdict(member, System.nanoTime()),
                    () -> state.forced(member, System.nanoTime()));
        }
    }
}
