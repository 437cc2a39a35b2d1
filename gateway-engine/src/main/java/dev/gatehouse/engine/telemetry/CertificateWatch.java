package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells when a certificate comes within 30, 7 and 1 days of its end, and when it has expired, each once; and when a later one takes its place. */
public final class CertificateWatch {
    private static final List<Integer> DAYS = List.of(30, 7, 1, 0);

    private final Events events;
    private final InstantSource clock;
    private List<Watched> watched = List.of();
    private final Map<String, Told> told = new HashMap<>();

    private record Told(Instant notAfter, int days) {}

    /** How long a certificate is good for, with its full name. */
    public record Watched(String name, Instant notAfter) {}

    CertificateWatch(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Watches these from now on. */
    public synchronized void watch(List<Watched> next) {
        Map<String, Instant> before = new HashMap<>();
        watched.forEach(one -> before.put(one.name(), one.notAfter()));
        watched = List.copyOf(next);
        watched.stream()
                .filter(one -> one.notAfter().isAfter(before.getOrDefault(one.name(), Instant.MAX)))
                .forEach(this::renewed);
        told.keySet().retainAll(next.stream().map(Watched::name).toList());
        look();
    }

    /** Looks at the clock; to be called now and then. */
    public synchronized void look() {
        Instant now = clock.instant();
        for (Watched one : watched) {
            DAYS.stream()
                    .filter(days -> now.plus(Duration.ofDays(days)).isAfter(one.notAfter()))
                    .min(Integer::compareTo)
                    .ifPresent(days -> near(one, days));
        }
    }

    private void near(Watched one, int days) {
        Told now = new Told(one.notAfter(), days);
        if (now.equals(told.put(one.name(), now))) {
            return;
        }
        String reason = (days == 0 ? "it expired on " : "it expires on ") + day(one);
        events.publish(
                Event.Kind.CERTIFICATE_EXPIRES,
                days > 1 ? Event.Severity.WARNING : Event.Severity.PROBLEM,
                object(one),
                reason,
                days == 0
                        ? "The certificate " + one.name() + " expired on " + day(one) + "."
                        : "The certificate " + one.name() + " expires on " + day(one) + ": renew it.");
    }

    private void renewed(Watched one) {
        events.publish(
                Event.Kind.CERTIFICATE_RENEWED,
                object(one),
                "the new one expires on " + day(one),
                "The certificate " + one.name() + " was replaced: the new one expires on " + day(one) + ".");
    }

    private static EventObject object(Watched one) {
        return new EventObject(EventObject.Kind.CERTIFICATE, one.name());
    }

    private static LocalDate day(Watched one) {
        return LocalDate.ofInstant(one.notAfter(), ZoneOffset.UTC);
    }

    synchronized List<Watched> watched() {
        return watched;
    }
}
