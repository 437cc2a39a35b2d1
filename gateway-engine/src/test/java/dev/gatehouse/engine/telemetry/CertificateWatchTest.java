package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateWatchTest {
    private static final Instant END = Instant.parse("2026-12-31T12:00:00Z");

    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final Events events = new Events(clock);
    private final CertificateWatch watch = new CertificateWatch(events, clock);

    private List<String> told() {
        return events.after(0).stream().map(Event::message).toList();
    }

    @Test
    void the_end_is_told_once_at_30_7_and_1_days_and_when_it_has_come() {
        watch.watch(List.of(new CertificateWatch.Watched("shop", END)));
        assertThat(told()).as("39 days before").isEmpty();
        for (int day = 0; day < 50; day++) {
            clock.advance(Duration.ofDays(1));
            watch.look();
        }
        String near = "The certificate shop expires on 2026-12-31: renew it.";
        assertThat(told()).containsExactly(near, near, near, "The certificate shop expired on 2026-12-31.");
    }

    @Test
    void the_last_day_and_what_is_over_are_problems_what_is_farther_off_is_a_warning() {
        watch.watch(List.of(new CertificateWatch.Watched("shop", END)));
        for (int day = 0; day < 50; day++) {
            clock.advance(Duration.ofDays(1));
            watch.look();
        }
        assertThat(events.after(0))
                .extracting(Event::severity)
                .containsExactly(
                        Event.Severity.WARNING, Event.Severity.WARNING, Event.Severity.PROBLEM, Event.Severity.PROBLEM);
        assertThat(events.after(0).getLast().reason()).isEqualTo("it expired on 2026-12-31");
        assertThat(events.after(0).getLast().object()).isEqualTo(new EventObject(EventObject.Kind.CERTIFICATE, "shop"));
    }

    @Test
    void a_renewed_certificate_is_told_of_anew_and_one_that_is_gone_no_more() {
        clock.advance(Duration.ofDays(20));
        watch.watch(List.of(new CertificateWatch.Watched("shop", END)));
        watch.watch(List.of(new CertificateWatch.Watched("shop", END)));
        assertThat(told()).hasSize(1);
        watch.watch(List.of(new CertificateWatch.Watched("shop", END.plus(Duration.ofDays(1)))));
        assertThat(told()).hasSize(3).contains("The certificate shop was replaced: the new one expires on 2027-01-01.");
        watch.watch(List.of());
        clock.advance(Duration.ofDays(100));
        watch.look();
        assertThat(told()).hasSize(3);
    }
}
