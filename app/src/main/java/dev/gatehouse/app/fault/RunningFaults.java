package dev.gatehouse.app.fault;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Injection;
import dev.gatehouse.app.client.Injections;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The faults that the gateway on show injects: read every few seconds, since others start and end them too, and since they
 * end by themselves. UI thread.
 */
public final class RunningFaults {
    private static final Duration OLD = Duration.ofSeconds(5);

    /** While one runs, its hits are looked at. */
    private static final Duration OLD_WHILE_RUNNING = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final InstantSource clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Injection> running = List.of();
    private @Nullable Connection connection;
    private Instant read = Instant.MIN;
    private boolean reading;
    private boolean known;

    /** An older gateway that does not inject faults is not asked again. */
    private boolean absent;

    /** The faults of the gateway on show. */
    public RunningFaults(Current current, Jobs jobs, InstantSource clock) {
        this.jobs = jobs;
        this.clock = clock;
        current.property().subscribe(this::follow);
    }

    /** Tells whenever something else is known. */
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether the gateway injects faults at all; an older one does not. */
    public boolean isPossible() {
        return known;
    }

    /** Those of a route that have not ended. */
    public List<Injection> of(String route) {
        return running.stream().filter(each -> each.route().equals(route)).toList();
    }

    /** What time it is, for what is left of them. */
    public Instant now() {
        return clock.instant();
    }

    /** What somebody should know of them, a sentence for each. */
    public List<Notable> notable() {
        return running.stream()
                .map(each ->
                        new Notable(Status.ATTENTION, new ObjectKey("routes", each.route()), FaultWords.notable(each)))
                .toList();
    }

    /** Looks again when what is known has grown old, and lets go of what has ended; to be called once a second. */
    public void tick() {
        Instant now = now();
        if (connection == null || absent) {
            return;
        }
        Duration old = running.isEmpty() ? OLD : OLD_WHILE_RUNNING;
        if (!reading && (read.equals(Instant.MIN) || Duration.between(read, now).compareTo(old) >= 0)) {
            reload();
        }
        if (!running.isEmpty()) {
            running = running.stream().filter(each -> goesOn(each, now)).toList();
            tell();
        }
    }

    /** Starts a fault. */
    public Job<Injection> start(Injections.Wanted wanted) {
        Connection to = connection;
        return jobs.start(Texts.get("injection.starting", wanted.route()), told -> {
                    if (to == null) {
                        throw new IllegalStateException(Texts.get("injection.nowhere"));
                    }
                    return new Injections(to.client()).start(wanted);
                })
                .then(started -> reload());
    }

    /** Ends a fault now. */
    public Job<Boolean> end(Injection fault) {
        Connection to = connection;
        return jobs.start(Texts.get("injection.ending", fault.route()), told -> {
                    if (to != null) {
                        end(to, fault);
                    }
                    return true;
                })
                .then(done -> {
                    running = running.stream()
                            .filter(each -> !each.id().equals(fault.id()))
                            .toList();
                    tell();
                    reload();
                });
    }

    /** One that has ended meanwhile is as was wished. */
    private static void end(Connection to, Injection fault) throws AdminFailed {
        try {
            new Injections(to.client()).end(fault.id());
        } catch (AdminFailed e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    /** Asks the gateway now. */
    public void reload() {
        Connection from = connection;
        if (from == null) {
            return;
        }
        read = now();
        reading = true;
        jobs.quiet(Texts.get("injection.reading"), told -> new Injections(from.client()).running())
                .then(found -> {
                    if (from.equals(connection)) {
                        reading = false;
                        known = true;
                        Instant now = now();
                        running =
                                found.stream().filter(each -> goesOn(each, now)).toList();
                        tell();
                    }
                })
                .failed(why -> {
                    if (from.equals(connection)) {
                        reading = false; // the banner says when the gateway is gone
                        absent = why instanceof AdminFailed failed && failed.status() == 404;
                    }
                });
    }

    private static boolean goesOn(Injection fault, Instant now) {
        Instant end = fault.endsAt();
        return end == null || end.isAfter(now);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void follow(@Nullable Connection next) {
        connection = next;
        running = List.of();
        known = false;
        absent = false;
        reading = false;
        read = Instant.MIN;
        tell();
        reload();
    }
}
