package dev.gatehouse.engine.telemetry;

import dev.gatehouse.engine.fault.Fault;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The counters as Prometheus text 0.0.4. Nothing is counted twice for it: what the ticker has folded is copied into the
 * client library's snapshots, which know the format. Of routes and of upstreams the first {@value Ticker#MAX_LABELLED}
 * that had traffic appear by name, those after them together as {@code _other} (no object can have that name), so that
 * ten thousand routes do not overwhelm who scrapes. {@code _other} only grows, as a counter must.
 */
final class Prometheus {
    private static final double[] BOUNDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, Double.POSITIVE_INFINITY
    };
    private static final int[] BUCKET_AT_BOUND = new int[BOUNDS.length];
    private static final String[] CLASSES = {"2xx", "3xx", "4xx", "5xx", "other"};
    private static final double HALF = 0.5;
    private static final String OTHER = "_other";
    private static final double MICROS_PER_SECOND = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    static {
        for (int i = 0; i < BOUNDS.length; i++) {
            BUCKET_AT_BOUND[i] = Double.isInfinite(BOUNDS[i])
                    ? LatencyBuckets.COUNT
                    : LatencyBuckets.startingAt(Math.round(BOUNDS[i] * 1e9));
        }
    }

    private final MetricSnapshots.Builder all = MetricSnapshots.builder();

    /** Adds what the ticker has folded; the caller holds the ticker's lock. */
    void counters(Registry registry, Tally otherRoutes, Tally otherUpstreams) {
        group("gatehouse", "", Map.of("", registry.total.total));
        group("gatehouse_route", "route", named(registry.routes, otherRoutes));
        group("gatehouse_upstream", "upstream", named(registry.upstreams, otherUpstreams));
    }

    private static Map<String, Tally> named(Map<String, Series> series, Tally other) {
        Map<String, Tally> tallies = new TreeMap<>();
        series.values().stream().filter(one -> one.labelled).forEach(one -> tallies.put(one.name, one.total));
        if (other.requests() > 0 || other.inFlight() > 0) {
            tallies.put(OTHER, other);
        }
        return tallies;
    }

    private void group(String prefix, String label, Map<String, Tally> tallies) {
        String of = label.isEmpty() ? "" : ", by " + label;
        CounterSnapshot.Builder requests = CounterSnapshot.builder()
                .name(prefix + "_requests")
                .help("Requests that ended" + of + " and class of status.");
        HistogramSnapshot.Builder durations = HistogramSnapshot.builder()
                .name(prefix + "_request_duration_seconds")
                .help("How long requests took" + of + ".");
        GaugeSnapshot.Builder inFlight =
                GaugeSnapshot.builder().name(prefix + "_requests_in_flight").help("Requests under way" + of + ".");
        tallies.forEach((name, tally) -> {
            Labels labels = label.isEmpty() ? Labels.EMPTY : Labels.of(label, name);
            for (int i = 0; i < CLASSES.length; i++) {
                requests.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels.add("class", CLASSES[i]))
                        .value((double) tally.classes[i])
                        .build());
            }
            durations.dataPoint(HistogramSnapshot.HistogramDataPointSnapshot.builder()
                    .labels(labels)
                    .sum(tally.micros / MICROS_PER_SECOND)
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts(tally)))
                    .build());
            inFlight.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(labels)
                    .value((double) tally.inFlight)
                    .build());
        });
        all.metricSnapshot(requests.build());
        all.metricSnapshot(durations.build());
        all.metricSnapshot(inFlight.build());
    }

    private static long[] counts(Tally tally) {
        long[] counts = new long[BOUNDS.length];
        long[] buckets = tally.buckets;
        if (buckets != null) {
            int bound = 0;
            for (int i = 0; i < buckets.length; i++) {
                if (i == BUCKET_AT_BOUND[bound]) {
                    bound++;
                }
                counts[bound] += buckets[i];
            }
        }
        return counts;
    }

    /** Adds what the loops count for the whole gateway only. */
    @SuppressWarnings("EnumOrdinal") // an index into memory of this process only
    void loops(List<LoopObserver> observers) {
        CounterSnapshot.Builder faults =
                CounterSnapshot.builder().name("gatehouse_faults").help("Requests that the gateway ended, by fault.");
        for (Fault fault : Fault.values()) {
            faults.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                    .labels(Labels.of("fault", fault.code()))
                    .value((double) observers.stream()
                            .mapToLong(observer -> LoopCell.read(observer.faults, fault.ordinal()))
                            .sum())
                    .build());
        }
        all.metricSnapshot(faults.build());
        counter("gatehouse_received_bytes", "Bytes of request bodies.", Labels.EMPTY, bytes(observers, 0));
        counter("gatehouse_sent_bytes", "Bytes of response bodies.", Labels.EMPTY, bytes(observers, 1));
    }

    private static double bytes(List<LoopObserver> observers, int which) {
        return (double) observers.stream()
                .mapToLong(observer -> LoopCell.read(observer.bytes, which))
                .sum();
    }

    /** Adds the health of the targets and the retries, of as many upstreams as are shown by name. */
    void upstreams(Map<String, UpstreamHealth> upstreams) {
        GaugeSnapshot.Builder up = GaugeSnapshot.builder()
                .name("gatehouse_target_up")
                .help("Whether a target takes requests: 0 while it is down or ejected.");
        CounterSnapshot.Builder retries =
                CounterSnapshot.builder().name("gatehouse_upstream_retries").help("Attempts after the first.");
        CounterSnapshot.Builder refused = CounterSnapshot.builder()
                .name("gatehouse_upstream_retries_refused")
                .help("Attempts that the retry budget did not allow.");
        GaugeSnapshot.Builder inUse = GaugeSnapshot.builder()
                .name("gatehouse_upstream_pool_in_use")
                .help("Connections in use by requests; over HTTP/2 requests in flight.");
        GaugeSnapshot.Builder limits = GaugeSnapshot.builder()
                .name("gatehouse_upstream_pool_limit")
                .help("The most that may be in use now; an adaptive limit moves.");
        GaugeSnapshot.Builder waiting = GaugeSnapshot.builder()
                .name("gatehouse_upstream_pool_waiting")
                .help("Requests that wait for a connection.");
        CounterSnapshot.Builder full = CounterSnapshot.builder()
                .name("gatehouse_upstream_pool_refused")
                .help("Requests refused because the pool was full, or the wait for it too long.");
        GaugeSnapshot.Builder circuits = GaugeSnapshot.builder()
                .name("gatehouse_upstream_circuit_open")
                .help("Whether an upstream's circuit is open: 0.5 while it is half open.");
        GaugeSnapshot.Builder found = GaugeSnapshot.builder()
                .name("gatehouse_upstream_discovered_targets")
                .help("Targets of the last good answer of discovery.");
        GaugeSnapshot.Builder finds = GaugeSnapshot.builder()
                .name("gatehouse_upstream_discovery_up")
                .help("Whether discovery works: 0 since it failed, or found nothing, until the next good answer.");
        upstreams.entrySet().stream().limit(Ticker.MAX_LABELLED).forEach(one -> {
            Labels upstream = Labels.of("upstream", one.getKey());
            for (TargetState target : one.getValue().targets()) {
                up.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(upstream.add("target", target.address()))
                        .value(target.health() == TargetState.Health.DOWN ? 0 : 1)
                        .build());
            }
            PoolUse pool = one.getValue().pool();
            inUse.dataPoint(point(upstream, pool.connections()));
            limits.dataPoint(point(upstream, pool.limit()));
            waiting.dataPoint(point(upstream, pool.waiting()));
            full.dataPoint(count(upstream, pool.refused()));
            CircuitUse circuit = one.getValue().circuit();
            if (circuit != null) {
                circuits.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(upstream)
                        .value(
                                switch (circuit.state()) {
                                    case CLOSED -> 0;
                                    case HALF_OPEN -> HALF;
                                    case OPEN -> 1;
                                })
                        .build());
            }
            DiscoveryUse discovery = one.getValue().discovery();
            if (discovery != null) {
                found.dataPoint(point(upstream, discovery.found()));
                finds.dataPoint(point(upstream, discovery.problem() == null ? 1 : 0));
            }
            RetryUse use = one.getValue().retries();
            if (use != null) {
                retries.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(upstream)
                        .value((double) use.total())
                        .build());
                refused.dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(upstream)
                        .value((double) use.refused())
                        .build());
            }
        });
        all.metricSnapshot(up.build());
        all.metricSnapshot(inUse.build());
        all.metricSnapshot(limits.build());
        all.metricSnapshot(waiting.build());
        all.metricSnapshot(full.build());
        all.metricSnapshot(circuits.build());
        all.metricSnapshot(found.build());
        all.metricSnapshot(finds.build());
        all.metricSnapshot(retries.build());
        all.metricSnapshot(refused.build());
    }

    /** Adds the memory for buffers. */
    void memory(MemoryUse memory) {
        gauge("gatehouse_buffer_memory_used_bytes", "Memory in use by buffers.", Labels.EMPTY, (double) memory.used());
        gauge("gatehouse_buffer_memory_max_bytes", "Memory that buffers may use.", Labels.EMPTY, (double)
                memory.most());
        gauge(
                "gatehouse_shedding",
                "Which requests are refused for lack of memory: 0 none, 1 sheddable, 2 normal too, 3 all.",
                Labels.EMPTY,
                memory.level());
    }

    /** Adds what happens at the listeners' doors. */
    void doors(Map<String, Door> doors) {
        GaugeSnapshot.Builder open =
                GaugeSnapshot.builder().name("gatehouse_listener_connections").help("Open connections of clients.");
        GaugeSnapshot.Builder full = GaugeSnapshot.builder()
                .name("gatehouse_listener_full")
                .help("Whether a listener has as many connections as it may, so that new ones wait.");
        CounterSnapshot.Builder refused = CounterSnapshot.builder()
                .name("gatehouse_listener_connections_refused")
                .help("Connections closed at once, because their address had as many as it may.");
        CounterSnapshot.Builder handshakes = CounterSnapshot.builder()
                .name("gatehouse_listener_handshakes_failed")
                .help("TLS handshakes of clients that failed.");
        CounterSnapshot.Builder cut = CounterSnapshot.builder()
                .name("gatehouse_listener_connections_cut")
                .help("Connections closed with requests in flight, because draining had lasted as long as it may.");
        doors.forEach((name, door) -> {
            Labels listener = Labels.of("listener", name);
            open.dataPoint(point(listener, door.open()));
            full.dataPoint(point(listener, door.isShut() ? 1 : 0));
            refused.dataPoint(count(listener, door.refusedSoFar()));
            handshakes.dataPoint(count(listener, door.failedHandshakesSoFar()));
            cut.dataPoint(count(listener, door.cutSoFar()));
        });
        all.metricSnapshot(open.build());
        all.metricSnapshot(full.build());
        all.metricSnapshot(refused.build());
        all.metricSnapshot(handshakes.build());
        all.metricSnapshot(cut.build());
    }

    private static GaugeSnapshot.GaugeDataPointSnapshot point(Labels labels, double value) {
        return GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value)
                .build();
    }

    private static CounterSnapshot.CounterDataPointSnapshot count(Labels labels, long value) {
        return CounterSnapshot.CounterDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }

    /** Adds the calls that were counted but not kept. */
    void dropped(long byRings, long byStore) {
        all.metricSnapshot(CounterSnapshot.builder()
                .name("gatehouse_calls_dropped")
                .help("Calls that were counted but not recorded (ring) or not stored (store).")
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(Labels.of("reason", "ring"))
                        .value((double) byRings)
                        .build())
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(Labels.of("reason", "store"))
                        .value((double) byStore)
                        .build())
                .build());
    }

    /** Adds the active revision. */
    void revision(int revision) {
        gauge("gatehouse_revision", "The active revision.", Labels.EMPTY, revision);
    }

    /** Adds until when certificates are good. */
    void certificates(List<CertificateWatch.Watched> watched) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder()
                .name("gatehouse_certificate_not_after_seconds")
                .help("When the certificate expires, in seconds since 1970.");
        for (CertificateWatch.Watched one : watched) {
            gauge.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(Labels.of("certificate", one.name()))
                    .value((double) one.notAfter().getEpochSecond())
                    .build());
        }
        all.metricSnapshot(gauge.build());
    }

    /** Adds what the virtual machine says of itself. */
    void machine() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        gauge("jvm_memory_used_bytes", "Memory in use.", Labels.of("area", "heap"), (double) heap.getUsed());
        gauge("jvm_memory_max_bytes", "Memory that may be used.", Labels.of("area", "heap"), (double) heap.getMax());
        gauge(
                "jvm_threads_current",
                "Live threads.",
                Labels.EMPTY,
                ManagementFactory.getThreadMXBean().getThreadCount());
        counter(
                "jvm_gc_collection_seconds",
                "Time spent in garbage collection.",
                Labels.EMPTY,
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        / MILLIS_PER_SECOND);
        gauge(
                "process_start_time_seconds",
                "When the process started, in seconds since 1970.",
                Labels.EMPTY,
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS_PER_SECOND);
    }

    private void counter(String name, String help, Labels labels, double value) {
        all.metricSnapshot(CounterSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(CounterSnapshot.CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build());
    }

    private void gauge(String name, String help, Labels labels, double value) {
        all.metricSnapshot(GaugeSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build())
                .build());
    }

    /** Everything that was added, as text. */
    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, all.build(), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
