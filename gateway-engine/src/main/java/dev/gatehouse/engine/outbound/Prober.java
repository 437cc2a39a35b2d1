package dev.gatehouse.engine.outbound;

import dev.gatehouse.engine.model.ActiveHealth;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.snapshot.TargetTls;
import dev.gatehouse.engine.upstream.HealthWatch;
import dev.gatehouse.engine.upstream.Member;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Asks the targets of upstreams whether they are well, each at its interval and on a virtual thread of its own. */
public final class Prober implements AutoCloseable {
    private static final double JITTER = 0.1;

    /** What is asked, which stays the same from revision to revision as long as its setting does. */
    private record Key(
            String upstream,
            String address,
            String name,
            ActiveHealth probes,
            @Nullable TargetTls tls) {}

    /** Who is told. */
    private record Listener(HealthWatch watch, Member member) {}

    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)) // a fresh connection is part of the question
            .build();
    private final Map<Key, Round> rounds = new HashMap<>();
    private List<CompiledUpstream> watched = List.of();

    /** Probes what these upstreams want probed, and nothing else any more. */
    public synchronized void watch(List<CompiledUpstream> upstreams) {
        watched = List.copyOf(upstreams);
        watch();
    }

    /** Targets of the upstreams have come or gone. */
    public synchronized void targetsChanged() {
        watch();
    }

    private void watch() {
        Set<Key> wanted = new HashSet<>();
        for (CompiledUpstream upstream : watched) {
            HealthWatch watch = upstream.state().health();
            ActiveHealth probes = watch == null ? null : watch.probes();
            if (watch == null || probes == null) {
                continue;
            }
            for (Member member : upstream.state().members()) {
                Key key = new Key(
                        upstream.name(),
                        member.target().address(),
                        member.target().name(),
                        probes,
                        upstream.tls());
                Listener listener = new Listener(watch, member);
                if (wanted.add(key)) {
                    rounds.computeIfAbsent(
                                    key,
                                    _ -> new Round(
                                            new Probe(client, probes, member.target(), upstream.tls()),
                                            probes,
                                            listener))
                            .tell(listener);
                }
            }
        }
        rounds.entrySet().removeIf(round -> {
            boolean over = !wanted.contains(round.getKey());
            if (over) {
                round.getValue().stop();
            }
            return over;
        });
    }

    /** Stops all probes. */
    @Override
    public void close() {
        watch(List.of());
    }

    /** The probes of one target. */
    private static final class Round implements Runnable {
        private final Probe probe;
        private final long interval;
        private final Thread thread;
        private volatile Listener listener;
        private volatile boolean stopped;

        Round(Probe probe, ActiveHealth probes, Listener listener) {
            this.probe = probe;
            this.listener = listener;
            interval = probes.interval().toNanos();
            thread = Thread.ofVirtual().name("gatehouse-probe").start(this);
        }

        void tell(Listener next) {
            listener = next;
        }

        @Override
        public void run() {
            while (!stopped) {
                Probe.Outcome outcome = probe.ask();
                if (stopped) {
                    return;
                }
                listener.watch().probed(listener.member(), outcome.good(), outcome.reason(), System.nanoTime());
                LockSupport.parkNanos((long)
                        (interval * (1 + JITTER * ThreadLocalRandom.current().nextDouble(-1, 1))));
            }
        }

        void stop() {
            stopped = true;
            thread.interrupt();
        }
    }
}
