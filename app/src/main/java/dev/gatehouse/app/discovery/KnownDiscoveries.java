package dev.gatehouse.app.discovery;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.Discoveries;
import dev.gatehouse.app.client.Discovery;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * How the upstreams of the gateway on show find their targets: what goes wrong by its live frames, the times of it by its
 * status, which is read only while somebody looks. UI thread.
 */
public final class KnownDiscoveries {
    private static final Duration OLD = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Notable> notable = List.of();
    private Map<String, Discovery> known = Map.of();
    private @Nullable Connection connection;
    private Subscription frames = Subscription.EMPTY;
    private Instant read = Instant.MIN;
    private boolean reading;

    /** Those of the gateway on show. */
    public KnownDiscoveries(Current current, Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
        current.property().subscribe(this::follow);
    }

    /** Tells whenever another discovery fails, or one no longer. */
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Those that fail, a sentence for each. */
    public List<Notable> notable() {
        return notable;
    }

    /** What was last read of an upstream's, with its times; null if nothing was. Reads it again when that has grown old. */
    public @Nullable Discovery look(String upstream) {
        Connection from = connection;
        Instant now = clock.instant();
        boolean old = read.equals(Instant.MIN) || Duration.between(read, now).compareTo(OLD) >= 0;
        if (from != null && !reading && old) {
            reading = true;
            read = now;
            jobs.quiet(Texts.get("discovery.reading"), told -> new Discoveries(from.client()).all())
                    .then(found -> {
                        if (from.equals(connection)) {
                            reading = false;
                            known = found;
                        }
                    })
                    .failed(why -> {
                        if (from.equals(connection)) {
                            reading = false; // the banner says when the gateway is gone
                        }
                    });
        }
        return known.get(upstream);
    }

    private void see(List<LiveFrame> more) {
        if (more.isEmpty()) {
            return;
        }
        List<Notable> now = new ArrayList<>();
        for (LiveFrame.Numbers upstream : more.getLast().upstreams()) {
            Discovery discovery = upstream.discovery();
            if (discovery != null && discovery.problem() != null) {
                now.add(new Notable(
                        discovery.found() == 0 ? Status.BAD : Status.ATTENTION,
                        new ObjectKey("upstreams", upstream.name()),
                        DiscoveryWords.notable(upstream.name(), discovery)));
            }
        }
        tell(now);
    }

    private void tell(List<Notable> now) {
        if (!now.equals(notable)) {
            notable = now;
            listeners.forEach(Runnable::run);
        }
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        connection = next;
        known = Map.of();
        read = Instant.MIN;
        reading = false;
        tell(List.of());
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::see);
    }
}
