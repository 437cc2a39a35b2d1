package dev.gatehouse.engine.control;

import dev.gatehouse.engine.snapshot.DataPath;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.spec.Violation;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A data path without sockets that remembers what it serves. */
final class FakeDataPath implements DataPath {
    volatile @Nullable Snapshot served;
    volatile boolean failing;
    volatile int refusedPort;

    /** Runs while a snapshot is prepared. */
    volatile Runnable preparing = () -> {};

    @Override
    public Prepared prepare(Snapshot next) throws PrepareFailed {
        preparing.run();
        boolean refused = next.listeners().values().stream()
                .anyMatch(listener -> listener.listener().port() == refusedPort);
        if (failing || refused) {
            throw new PrepareFailed(List.of(new Violation("/listeners/public/port", "port 8080 is taken", null)));
        }
        return new Prepared() {
            @Override
            public void swap() {
                served = next;
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void targetsChanged() {}

    @Override
    public Map<String, InetSocketAddress> bindings() {
        return Map.of();
    }
}
