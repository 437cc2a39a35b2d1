package dev.gatehouse.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventsTest {
    private final SetClock clock = new SetClock("2026-11-22T12:00:00Z");
    private final Events events = new Events(clock);

    private void happens(Event.Kind kind, EventObject object) {
        clock.advance(Duration.ofSeconds(1));
        events.publish(kind, object, "so it is", "It is so.");
    }

    private static EventQuery query(@Nullable String object, int limit, @Nullable String cursor) {
        return new EventQuery(
                Set.of(), object, null, null, cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor), limit);
    }

    @Test
    void pages_lead_from_the_newest_to_the_oldest_and_none_comes_twice() {
        for (int i = 0; i < 10; i++) {
            happens(Event.Kind.TARGET_DOWN, EventObject.target("orders", "127.0.0.1:" + i));
        }
        List<String> read = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            EventPage page = events.find(query(null, 5, next));
            page.items().forEach(event -> read.add(event.subject()));
            // What comes meanwhile is newer than any page, and not among what is still to be read.
            happens(Event.Kind.TARGET_UP, EventObject.target("orders", "new"));
            next = page.next();
            pages++;
        } while (next != null);
        assertThat(pages).isEqualTo(2);
        assertThat(read).hasSize(10).doesNotHaveDuplicates().startsWith("orders 127.0.0.1:9");
    }

    @Test
    void only_the_latest_thousand_are_kept() {
        for (int i = 0; i < 1200; i++) {
            happens(Event.Kind.REVISION_APPLIED, new EventObject(EventObject.Kind.REVISION, String.valueOf(i)));
        }
        List<Event> kept = events.find(query(null, 5000, null)).items();
        assertThat(kept).hasSize(1000);
        assertThat(kept.getFirst().subject()).isEqualTo("1199");
        assertThat(kept.getLast().subject()).isEqualTo("200");
    }

    @Test
    void kinds_objects_and_times_choose() {
        happens(Event.Kind.TARGET_DOWN, EventObject.target("orders", "10.0.0.1:80"));
        happens(Event.Kind.CIRCUIT_OPENED, EventObject.upstream("Orders"));
        happens(Event.Kind.LISTENER_FULL, new EventObject(EventObject.Kind.LISTENER, "orders"));
        assertThat(events.find(query("orders", 10, null)).items()).hasSize(3);
        assertThat(events.find(query("upstream:orders", 10, null)).items())
                .extracting(Event::kind)
                .containsExactly(Event.Kind.CIRCUIT_OPENED);
        Instant second = clock.instant().minusSeconds(1);
        assertThat(events.find(new EventQuery(Set.of(), null, second, clock.instant(), Long.MAX_VALUE, 10))
                        .items())
                .extracting(Event::kind)
                .containsExactly(Event.Kind.CIRCUIT_OPENED);
        assertThat(events.find(new EventQuery(
                                Set.of(Event.Kind.TARGET_DOWN, Event.Kind.TARGET_UP),
                                null,
                                null,
                                null,
                                Long.MAX_VALUE,
                                10))
                        .items())
                .extracting(Event::subject)
                .containsExactly("orders 10.0.0.1:80");
    }
}
