package dev.gatehouse.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.exchange.DecisionRecord;
import dev.gatehouse.engine.exchange.Observer;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.fault.Fault;
import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Step;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.Compiled;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.PrepareFailed;
import dev.gatehouse.engine.snapshot.Snapshot;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Bound;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.telemetry.Door;
import dev.gatehouse.engine.telemetry.Doors;
import dev.gatehouse.engine.telemetry.ForcedTarget;
import dev.gatehouse.engine.telemetry.MemoryUse;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A real data path on a free port, configured by YAML, whose decisions can be read. */
final class RunningGateway implements AutoCloseable {
    /** What is left of a request when it has ended. */
    record Ended(
            @Nullable String route,
            int status,
            @Nullable Fault fault,
            @Nullable String detail,
            @Nullable String target,
            int attempts,
            int revision,
            int misses,
            long requestBytes,
            long responseBytes,
            String protocol,
            List<String> steps,
            List<String> retried) {}

    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final BlockingQueue<Ended> copied = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final SnapshotCompiler compiler;
    private final Catalogue catalogue;
    private final AtomicLong memory = new AtomicLong();
    private final Doors doors = new Doors();
    private final Injections injections = new Injections();
    private final HttpDataPath dataPath;
    private @Nullable Snapshot snapshot;

    private RunningGateway(List<Class<? extends Step>> policies, SecretValues secrets) {
        compiler = new SnapshotCompiler(new Expressions(), secrets);
        catalogue = Catalogue.of(policies, Destinations.BUILT_IN);
        dataPath = new HttpDataPath(
                2,
                _ -> new Observer() {
                    @Override
                    public void started(DecisionRecord record) {
                        begun.incrementAndGet();
                    }

                    @Override
                    public void ended(DecisionRecord record) {
                        ended.add(left(record));
                    }

                    @Override
                    public void copied(DecisionRecord record) {
                        copied.add(left(record));
                    }
                },
                doors,
                new MemoryGuard(memory::get, 100, new MemoryUse()),
                injections,
                Duration.ofMillis(500));
    }

    private static Ended left(DecisionRecord record) {
        return new Ended(
                record.route,
                record.status,
                record.fault,
                record.faultDetail,
                record.target,
                record.attempts,
                record.revision,
                record.misses,
                record.requestBytes,
                record.responseBytes,
                record.protocol,
                steps(record),
                retried(record));
    }

    private static List<String> steps(DecisionRecord record) {
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < record.steps; i++) {
            steps.add(record.stepName[i] + " " + record.stepVerdict[i] + " " + record.stepSaw[i] + " "
                    + record.stepWanted[i]);
        }
        return steps;
    }

    private static List<String> retried(DecisionRecord record) {
        List<String> retried = new ArrayList<>();
        for (int i = 0; i < record.retried; i++) {
            retried.add(record.retriedTarget[i] + " " + record.retriedOutcome[i]);
        }
        return retried;
    }

    /** A gateway with this configuration; its listener {@code public} takes a free port. */
    static RunningGateway with(String yaml) {
        return with(List.of(), yaml);
    }

    static RunningGateway with(List<Class<? extends Step>> policies, String yaml) {
        RunningGateway gateway = new RunningGateway(policies, SecretValues.NONE);
        gateway.apply(yaml);
        return gateway;
    }

    /** A gateway whose configuration refers to secrets. */
    static RunningGateway with(SecretValues secrets, String yaml) {
        RunningGateway gateway = new RunningGateway(List.of(), secrets);
        gateway.apply(yaml);
        return gateway;
    }

    /** A gateway that forwards everything to one target. */
    static RunningGateway before(int port) {
        return with(forwardingTo(port, ""));
    }

    /** YAML that forwards everything to one target, with more settings of the upstream. */
    static String forwardingTo(int port, String settings) {
        return """
            listeners: {public: {address: 127.0.0.1, port: 0}}
            upstreams: {origin: {targets: [{address: "127.0.0.1:%d"}]%s}}
            routes: {all: {match: {path: /**}, forward: {upstream: origin}}}
            """.formatted(port, settings.isEmpty() ? "" : ", " + settings);
    }

    void apply(String yaml) {
        try {
            dataPath.prepare(compile(yaml)).swap();
        } catch (PrepareFailed e) {
            throw new AssertionError(e.violations().toString(), e);
        }
    }

    Snapshot compile(String yaml) {
        Parsed parsed = Document.parse(yaml, Format.YAML);
        JsonNode tree =
                Objects.requireNonNull(parsed.tree(), () -> parsed.violations().toString());
        Bound bound = Binder.bind(tree, catalogue, Set.of("acme"));
        Configuration configuration = Objects.requireNonNull(
                bound.configuration(), () -> bound.violations().toString());
        Compiled compiled = compiler.compile(snapshot == null ? 1 : snapshot.revision() + 1, configuration, snapshot);
        snapshot = Objects.requireNonNull(
                compiled.snapshot(), () -> compiled.violations().toString());
        return snapshot;
    }

    /** So much of the memory for buffers is in use. */
    void uses(int percent) {
        memory.set(percent);
    }

    /** The faults that are injected. */
    Injections injections() {
        return injections;
    }

    /** An operator says of a target of the only upstream whether it takes requests. */
    void force(String address, ForcedTarget told) {
        UpstreamState state =
                Objects.requireNonNull(snapshot).upstreams().getFirst().state();
        if (!state.force(address, told, null, System.nanoTime())) {
            throw new AssertionError("no target " + address);
        }
        dataPath.targetsChanged();
    }

    /** What happens at the door of the listener {@code public}. */
    Door door() {
        return doors.of("public");
    }

    HttpDataPath dataPath() {
        return dataPath;
    }

    int port() {
        return port("public");
    }

    int port(String listener) {
        return Objects.requireNonNull(dataPath.bindings().get(listener)).getPort();
    }

    int begun() {
        return begun.get();
    }

    /** The next request that ends. */
    Ended ended() throws InterruptedException {
        return next(ended);
    }

    /** The next copy of a request that ends. */
    Ended copied() throws InterruptedException {
        return next(copied);
    }

    private static Ended next(BlockingQueue<Ended> queue) throws InterruptedException {
        Ended next = queue.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing has ended");
        }
        return next;
    }

    /** What is in use of the upstream: permits and requests at targets. */
    int inUse() {
        int used = 0;
        for (CompiledUpstream upstream : Objects.requireNonNull(snapshot).upstreams()) {
            used += upstream.state().permits().used();
            used += upstream.state().members().stream()
                    .mapToInt(m -> m.target().inFlight())
                    .sum();
        }
        return used;
    }

    /** How many requests wait for a permit of an upstream. */
    int waiting() {
        return Objects.requireNonNull(snapshot).upstreams().stream()
                .mapToInt(upstream -> upstream.state().permits().waiting())
                .sum();
    }

    RawClient connect() throws java.io.IOException {
        return new RawClient(port());
    }

    /** What a fresh connection gets for these bytes, up to its close or the end of the response. */
    RawClient.Answer send(String bytes) throws java.io.IOException {
        try (RawClient client = connect()) {
            client.send(bytes);
            return client.answer();
        }
    }

    RawClient.Answer get(String path) throws java.io.IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Override
    public void close() {
        dataPath.close(Duration.ofSeconds(2));
    }
}
