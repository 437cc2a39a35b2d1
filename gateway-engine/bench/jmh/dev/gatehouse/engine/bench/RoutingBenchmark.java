package dev.gatehouse.engine.bench;

import dev.gatehouse.engine.route.RouteTable;
import dev.gatehouse.engine.route.Routing;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What finding a request's route costs, by the number of routes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RoutingBenchmark {
    private static final int REQUESTS = 1024; // a power of two

    @Param({"10", "1000", "10000"})
    public int routes;

    private final Routing<Integer> routing = new Routing<>();
    private final Shop.Head[] spread = new Shop.Head[REQUESTS];
    private final Shop.Head unknown = new Shop.Head("api.example.com", "/svc-nobody/orders/4711");
    private Shop.Head[] same = new Shop.Head[0];
    private RouteTable<Integer> table =
            new RouteTable.Builder<Integer>(List.of(), List.of()).build();
    private int turn;

    /** Builds the table and the requests. */
    @Setup
    public void prepare() {
        RouteTable.Builder<Integer> builder =
                new RouteTable.Builder<>(List.of(Shop.LISTENER), List.of(Shop.LISTENER));
        for (int i = 0; i < routes; i++) {
            builder.add("r" + i, Shop.match(i), 0, null, i);
        }
        table = builder.build();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < REQUESTS; i++) {
            spread[i] = Shop.request(random.nextInt(routes));
        }
        same = new Shop.Head[10];
        for (int i = 0; i < same.length; i++) {
            same[i] = Shop.request(routes - 1 - i);
        }
        for (Shop.Head head : spread) {
            if (find(head) == null) {
                throw new IllegalStateException("no route takes " + head);
            }
        }
    }

    private @Nullable Integer find(Shop.Head head) {
        table.find(head, routing);
        return routing.value();
    }

    /** The same ten requests in turn, whatever the number of routes. */
    @Benchmark
    public @Nullable Integer hot() {
        return find(same[turn++ % same.length]);
    }

    /** Requests spread at random over all routes: what the processor's caches do not hold costs, too. */
    @Benchmark
    public @Nullable Integer spread() {
        return find(spread[turn++ & REQUESTS - 1]);
    }

    /** A request that no route takes. */
    @Benchmark
    public @Nullable Integer notFound() {
        return find(unknown);
    }
}
