package dev.gatehouse.engine;

import dev.gatehouse.engine.model.Pool;
import dev.gatehouse.engine.snapshot.CompiledRoute;
import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.telemetry.PoolUse;
import dev.gatehouse.engine.telemetry.RevisionNames;
import dev.gatehouse.engine.telemetry.Telemetry;
import dev.gatehouse.engine.upstream.Permits;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.net.InetSocketAddress;
import java.util.Map;

/** The data path with telemetry told of each revision, before its first request and once it is served. */
record WatchedDataPath(DataPath inner, Telemetry telemetry) implements DataPath {
    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        Prepared prepared = inner.prepare(next);
        telemetry.prepare(names(next));
        return new Prepared() {
            @Override
            public void swap() {
                prepared.swap();
                telemetry.activated(next.revision());
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
                                member.target().address(), member.weight(), member.target()::inFlight))
                        .toList(),
                () -> new PoolUse(permits.used(), pool.connections(), permits.waiting(), pool.pending()));
    }
}
