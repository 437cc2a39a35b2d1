package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.fault.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests as the data path tells of them, on one loop. */
final class Traffic {
    private static final List<RevisionNames.Target> TARGETS = List.of(
            new RevisionNames.Target("127.0.0.1:9101", 1, false, () -> 4, () -> null, () -> null),
            new RevisionNames.Target("127.0.0.1:9102", 0, false, () -> 0, () -> null, () -> null));

    static final RevisionNames FIRST = new RevisionNames(
            1,
            List.of("orders", "products"),
            List.of(new RevisionNames.Upstream(
                    "catalog",
                    () -> TARGETS,
                    () -> new PoolUse(4, 256, 1, 1024, false, 0),
                    () -> null,
                    () -> null,
                    () -> null,
                    List::of)));

    private final DecisionRecord record = new DecisionRecord();
    private final Observer observer;
    private final long loop;
    private long count;

    Traffic(Observer observer, long loop) {
        this.observer = observer;
        this.loop = loop;
    }

    /** A request that is under way; ends when the runnable runs. */
    Runnable begin(int routeIndex, String route) {
        DecisionRecord own = new DecisionRecord();
        fill(own, routeIndex, route);
        observer.started(own);
        return () -> {
            own.status = 200;
            own.endNanos = 1_000_000;
            observer.ended(own);
        };
    }

    /** A request to {@code orders} that the upstream answers. */
    void answered(int status, Duration took) {
        request(0, "orders", status, null, took, any -> {});
    }

    void failed(Fault fault) {
        request(0, "orders", 0, fault, Duration.ofMillis(1), any -> {});
    }

    void request(
            int routeIndex,
            String route,
            int status,
            @Nullable Fault fault,
            Duration took,
            Consumer<DecisionRecord> more) {
        record.clear();
        fill(record, routeIndex, route);
        more.accept(record);
        observer.started(record);
        record.status = status;
        record.fault = fault;
        record.endNanos = took.toNanos();
        observer.ended(record);
    }

    private void fill(DecisionRecord own, int routeIndex, String route) {
        own.idHigh = loop;
        own.idLow = ++count;
        own.revision = 1;
        own.startMicros = 1_800_000_000_000_000L + count;
        own.listener = "public";
        own.scheme = "http";
        own.protocol = "HTTP/1.1";
        own.method = "GET";
        own.host = "api.example.com";
        own.path = "/orders/" + count;
        own.clientAddress = "127.0.0.1";
        own.requestId = "r" + count;
        own.routeIndex = routeIndex;
        own.route = route;
        own.upstreamIndex = 0;
        own.upstream = "catalog";
        own.target = "127.0.0.1:9101";
        own.targetIndex = 0;
        own.attempts = 1;
        own.routedNanos = 0;
    }
}
