package dev.gatehouse.engine.outbound.discovery;

import dev.gatehouse.engine.model.Discovery;
import dev.gatehouse.engine.snapshot.CompiledUpstream;
import dev.gatehouse.engine.upstream.Discovered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for the targets of the upstreams that want it. */
public final class Discoverer implements AutoCloseable {
    /** How long a revision waits for the first answers of what it has not looked for before. */
    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();

    /** What is looked for, which goes on from revision to revision as long as its setting stays. */
    private record Key(String upstream, Discovery setting) {}

    private final Runnable changed;
    private final DnsThread thread = new DnsThread();
    private final Map<Key, Look> looks = new HashMap<>();
    private List<CompiledUpstream> watched = List.of();

    /**
     * One that looks for nothing yet.
     *
     * @param changed called when targets may have come or gone; from any thread
     */
    public Discoverer(Runnable changed) {
        this.changed = changed;
    }

    /** Begins to look for what upstreams that will be served want, and waits a moment for the first answers. */
    public void prepare(List<CompiledUpstream> next) {
        List<Look> fresh = new ArrayList<>();
        synchronized (this) {
            for (CompiledUpstream upstream : next) {
                Discovered discovered = upstream.state().discovered();
                if (discovered != null) {
                    looks.computeIfAbsent(new Key(upstream.name(), discovered.setting()), _ -> {
                        fresh.add(look(discovered));
                        return fresh.getLast();
                    });
                }
            }
        }
        long until = System.nanoTime() + PATIENCE_NANOS;
        try {
            for (Look look : fresh) {
                look.await(until - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever wants it to end does not want it to wait
        }
    }

    /** Goes on with what was served before: those that were prepared will not be. */
    public synchronized void abort() {
        watch(watched);
    }

    /** Looks for what these upstreams want, and for nothing else any more. */
    public synchronized void watch(List<CompiledUpstream> upstreams) {
        watched = List.copyOf(upstreams);
        Set<Key> wanted = new HashSet<>();
        for (CompiledUpstream upstream : watched) {
            Discovered discovered = upstream.state().discovered();
            if (discovered != null) {
                Key key = new Key(upstream.name(), discovered.setting());
                wanted.add(key);
                looks.computeIfAbsent(key, _ -> look(discovered)).tell(discovered);
            }
        }
        looks.entrySet().removeIf(look -> {
            boolean over = !wanted.contains(look.getKey());
            if (over) {
                look.getValue().stop();
            }
            return over;
        });
    }

    private Look look(Discovered discovered) {
        return new Look(Source.of(discovered.setting(), thread), discovered, changed).start();
    }

    /** Stops looking. */
    @Override
    public void close() {
        watch(List.of());
        thread.close();
    }
}
