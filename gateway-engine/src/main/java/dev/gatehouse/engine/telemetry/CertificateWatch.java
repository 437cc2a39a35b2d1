package dev.gatehouse.engine.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells when a certificate comes within 30, 7 and 1 days of its end, and when it has expired; each once. */
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
        watched = List.copyOf(next);
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
        LocalDate day = LocalDate.ofInstant(one.notAfter(), ZoneOffset.UTC);
        events.publish(
                Event.Kind.CERTIFICATE_EXPIRES,
                one.name(),
                days == 0
                        ? "The certificate " + one.name() + " expired on " + day + "."
                        : "The certificate " + one.name() + " expires on " + day + ": renew it.");
    }

    synchronized List<Watched> watched() {
        return watched;
    }
}
