package dev.gatehouse.engine.control;

import dev.gatehouse.engine.injection.Injection;
import dev.gatehouse.engine.injection.Injections;
import dev.gatehouse.engine.spec.Durations;
import dev.gatehouse.engine.telemetry.Event;
import dev.gatehouse.engine.telemetry.EventObject;
import dev.gatehouse.engine.telemetry.Events;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Starts and ends injected faults, takes both down in the audit, and tells events. They are of this run: a restart has none,
 * and each ends by itself after its time or with its route. Used from any thread but the event loops.
 */
public final class FaultInjections implements AutoCloseable {
    private static final int ID_BYTES = 4;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("injections").factory());
    private final SecureRandom random = new SecureRandom();
    private final Injections running;
    private final Events events;
    private final Audit audit;
    private final InstantSource clock;
    private volatile Set<String> routes = Set.of();

    /** Those of a data path. */
    public FaultInjections(Injections running, Events events, Audit audit, InstantSource clock) {
        this.running = running;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those that run, the oldest first. */
    public List<Injection> all() {
        return running.all().stream()
                .filter(one -> !one.isOver(System.nanoTime()))
                .toList();
    }

    /**
     * Starts one.
     *
     * @throws Refused.NotFound if there is no such route
     * @throws Refused.Unfit if the route has one already
     */
    public Injection start(Injection.Terms terms, String actor) throws Refused {
        if (!routes.contains(terms.route())) {
            throw new Refused.NotFound("There is no route '" + terms.route() + "' in the active revision.");
        }
        end(one -> one.isOver(System.nanoTime()), "its time is over");
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        Injection next = new Injection(HexFormat.of().formatHex(id), terms, actor, clock.instant(), System.nanoTime());
        if (!running.add(next)) {
            throw new Refused.Unfit("A fault is injected into the route '" + terms.route()
                    + "' already. End that one first, or wait until its time is over.");
        }
        String what = words(terms);
        audit.write(actor, "injection.start", "route " + terms.route(), what, clock.instant());
        events.publish(
                Event.Kind.INJECTION_STARTED,
                new EventObject(EventObject.Kind.ROUTE, terms.route()),
                what,
                actor + " injects a fault into the route " + terms.route() + ": " + what + ".");
        timer.schedule(
                () -> end(one -> one.isOver(System.nanoTime()), "its time is over"),
                terms.length().toNanos() + 1,
                TimeUnit.NANOSECONDS);
        return next;
    }

    /** Ends one before its time; false if none has this id. */
    public boolean end(String id, String actor) {
        List<Injection> ended = end(one -> one.id().equals(id), actor + " ended it");
        ended.forEach(one -> audit.write(
                actor, "injection.end", "route " + one.terms().route(), words(one.terms()), clock.instant()));
        return !ended.isEmpty();
    }

    /** These are the routes from now on, by full name: what is injected into others ends. */
    public void routesAre(Set<String> names) {
        routes = Set.copyOf(names);
        end(one -> !names.contains(one.terms().route()), "its route is gone");
    }

    private List<Injection> end(Predicate<Injection> which, String why) {
        List<Injection> ended = running.end(which);
        for (Injection one : ended) {
            String route = one.terms().route();
            long hits = one.hits();
            events.publish(
                    Event.Kind.INJECTION_ENDED,
                    new EventObject(EventObject.Kind.ROUTE, route),
                    why,
                    "The injected fault of the route " + route + " has ended, " + why + "; " + hits
                            + (hits == 1 ? " request met it." : " requests met it."));
        }
        return ended;
    }

    private static String words(Injection.Terms terms) {
        String delay = terms.delay() == null ? "" : "a delay of " + Durations.print(terms.delay());
        String abort = terms.abort() == null ? "" : "status " + terms.abort();
        return delay + (delay.isEmpty() || abort.isEmpty() ? "" : " and ") + abort + " for " + terms.percent()
                + "% of the requests, " + Durations.print(terms.length()) + " long";
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
