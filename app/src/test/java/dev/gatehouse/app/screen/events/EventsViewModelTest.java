package dev.gatehouse.app.screen.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.work.Jobs;
import dev.gatehouse.app.work.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsViewModelTest {
    private static final Instant NOW = SomeEvents.NOON.plusSeconds(7000);

    private final NotedWays ways = new NotedWays();
    private final Jobs jobs = new Jobs(Runnable::run, InstantSource.system());
    private final EventsViewModel model =
            new EventsViewModel(new Current(), ways, jobs, Runnable::run, InstantSource.fixed(NOW));

    @BeforeEach
    void look() {
        model.shown();
    }

    @AfterEach
    void stop() {
        jobs.close();
    }

    private List<Line.Row> rows() {
        return model.lines().stream()
                .filter(Line.Row.class::isInstance)
                .map(Line.Row.class::cast)
                .toList();
    }

    private Line.Row row(String kind) {
        return rows().stream()
                .filter(row -> row.event().kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private EventModel.Seen seen() {
        return Objects.requireNonNull(model.event().seenProperty().get());
    }

    @Test
    void the_newest_stands_first_under_the_hour_that_it_belongs_to() {
        model.feed().accept(SomeEvents.aDay());
        assertThat(model.lines().getFirst()).isInstanceOf(Line.Break.class);
        assertThat(rows().getFirst().event().object().name()).isEqualTo("orders 127.0.0.1:9101");
        assertThat(model.lines().stream().filter(Line.Break.class::isInstance)).hasSize(2);
        assertThat(model.countProperty().get()).isEqualTo("34");
    }

    @Test
    void repeats_of_an_hour_are_one_line_and_open_by_a_click() {
        model.feed().accept(SomeEvents.aDay());
        int before = model.lines().size();
        Line.Row down = rows().stream()
                .filter(row -> row.events().size() == 12)
                .findFirst()
                .orElseThrow();
        model.toggle(down);
        assertThat(model.lines()).hasSize(before + 11);
        int place = model.lines().stream().map(Line::key).toList().indexOf(down.key());
        assertThat(model.lines().get(place + 1)).isInstanceOf(Line.Repeat.class);
        model.toggle((Line.Row) model.lines().get(place));
        assertThat(model.lines()).hasSize(before);
    }

    @Test
    void what_a_stream_tells_again_after_a_break_does_not_come_twice() {
        model.feed().accept(SomeEvents.aDay());
        model.feed().accept(SomeEvents.aDay());
        model.feed().accept(List.of(SomeEvents.revision(6500, 43)));
        assertThat(model.countProperty().get()).isEqualTo("35");
    }

    @Test
    void a_pause_holds_the_lines_and_counts_what_is_new() {
        model.feed().accept(List.of(SomeEvents.revision(0, 1)));
        model.pausedProperty().set(true);
        model.feed().accept(List.of(SomeEvents.revision(10, 2), SomeEvents.certificate(11)));
        assertThat(rows()).hasSize(1);
        assertThat(model.freshProperty().get()).isEqualTo(2);
        model.pausedProperty().set(false);
        assertThat(rows()).hasSize(3);
        assertThat(model.freshProperty().get()).isZero();
    }

    @Test
    void no_more_are_kept_than_there_is_room_for() {
        model.feed()
                .accept(IntStream.range(0, EventsViewModel.KEPT + 500)
                        .mapToObj(i -> SomeEvents.revision(i, i + 1))
                        .toList());
        assertThat(model.lines().stream().filter(Line.Row.class::isInstance)).hasSize(EventsViewModel.KEPT);
        assertThat(rows().getLast().event().object().name()).isEqualTo("501");
    }

    @Test
    void severity_object_and_words_choose_and_what_nothing_matches_says_so() {
        model.feed().accept(SomeEvents.aDay());
        model.filters().leastProperty().set(Least.PROBLEMS);
        assertThat(rows()).allMatch(row -> Severity.of(row.event()) == Severity.PROBLEM);
        model.filters().matterProperty().set(Matter.UPSTREAMS);
        model.filters().textProperty().set("PAYMENTS circuit");
        assertThat(rows()).extracting(row -> row.event().kind()).containsExactly("circuit-opened");
        assertThat(model.countProperty().get()).isEqualTo("1 of 34");
        model.filters().textProperty().set("no such word");
        assertThat(model.nothingProperty().get()).isEqualTo(EventsViewModel.Nothing.FILTERED);
        model.filters().clear();
        assertThat(model.countProperty().get()).isEqualTo("34");
    }

    @Test
    void the_bars_count_by_severity_and_narrow_the_time() {
        model.feed().accept(SomeEvents.aDay());
        Bins bins = model.binsProperty().get();
        assertThat(bins.all()).isEqualTo(34);
        Stretch first = bins.of(0, 0);
        model.filters().rangeProperty().set(first);
        assertThat(rows())
                .extracting(row -> row.event().kind())
                .containsExactly("certificate-expires", "revision-applied");
        assertThat(model.binsProperty().get().all()).as("the bars stay").isEqualTo(34);
        model.filters().backProperty().set(Back.HOUR);
        assertThat(model.filters().rangeProperty().get()).isNull();
        assertThat(rows()).allMatch(row -> row.event().time().isAfter(NOW.minus(Duration.ofHours(1))));
    }

    @Test
    void an_event_is_seen_with_what_came_before_and_after_and_the_revision_of_its_time() {
        model.feed().accept(SomeEvents.aDay());
        model.choose(row("circuit-opened"));
        assertThat(seen().revision()).isEqualTo(41);
        assertThat(seen().before()).isNull();
        assertThat(Objects.requireNonNull(seen().after()).kind()).isEqualTo("circuit-closed");
        model.look(Objects.requireNonNull(seen().after()));
        assertThat(Objects.requireNonNull(seen().before()).kind()).isEqualTo("circuit-opened");
        model.feed()
                .accept(List.of(SomeEvents.at(
                        6800, "circuit-opened", "problem", "upstream", "payments", "It is open.", "so it is")));
        assertThat(Objects.requireNonNull(seen().after()).id())
                .as("what is told later is added")
                .isEqualTo(6801);
    }

    @Test
    void events_lead_to_what_they_are_about_and_to_the_calls_of_their_time() {
        EventLeads leads = model.event().leads();
        leads.open(SomeEvents.target(0, false, "127.0.0.1:9101"));
        leads.open(SomeEvents.certificate(0));
        leads.open(SomeEvents.revision(0, 7));
        leads.open(SomeEvents.at(0, "memory-short", "problem", "gateway", "memory", "", ""));
        leads.traffic(SomeEvents.target(0, false, "127.0.0.1:9101"));
        assertThat(ways.opened())
                .containsExactly(
                        "upstream orders",
                        "certificate shop",
                        "revision 7",
                        "gateway",
                        "traffic time>=2026-05-12T11:59:00Z time<2026-05-12T12:01:00Z"
                                + " upstream:orders target:127.0.0.1:9101");
        assertThat(EventLeads.leads(SomeEvents.foreign(0))).isFalse();
    }

    @Test
    void a_kind_without_words_here_is_told_in_the_gateways() {
        GatewayEvent foreign = SomeEvents.foreign(0);
        assertThat(EventKind.title(foreign)).isEqualTo("Moon rose");
        assertThat(EventKind.words(foreign)).isEqualTo("The moon has risen in the east.");
        assertThat(EventKind.means(foreign)).isEmpty();
        assertThat(EventKind.words(SomeEvents.certificate(0))).isEqualTo("It expires on 2026-05-19");
    }

    @Test
    void a_place_on_the_screen_is_a_text_to_look_for_or_an_event() {
        model.feed().accept(SomeEvents.aDay());
        model.filters().leastProperty().set(Least.PROBLEMS);
        model.go("6", "certificate:shop");
        assertThat(rows()).hasSize(1);
        assertThat(seen().event().kind()).isEqualTo("certificate-expires");
    }

    @Test
    void waiting_a_lost_stream_and_nothing_at_all_are_told_apart() {
        model.feed().linked(new Link.Connecting());
        model.tick();
        assertThat(model.paceProperty().get()).isEqualTo(Pace.SLOW);
        model.tick();
        assertThat(model.paceProperty().get()).isEqualTo(Pace.LONG);
        model.feed().linked(new Link.Open());
        assertThat(model.paceProperty().get()).isNull();
        assertThat(model.nothingProperty().get()).isEqualTo(EventsViewModel.Nothing.EMPTY);
        model.feed().linked(new Link.Lost(NOW, NOW, "It broke."));
        assertThat(model.nothingProperty().get()).isEqualTo(EventsViewModel.Nothing.LOST);
        model.feed().linked(new Link.Refused(NOW, "No."));
        assertThat(model.problemProperty().get()).isEqualTo("No.");
        model.feed().linked(new Link.Open());
        model.feed().accept(List.of(SomeEvents.revision(0, 1)));
        assertThat(model.nothingProperty().get()).isEqualTo(EventsViewModel.Nothing.WAITS);
    }

    @Test
    void days_are_told_apart_where_there_is_more_than_one() {
        model.feed()
                .accept(List.of(
                        SomeEvents.revision(-3 * 86400, 1), SomeEvents.revision(-86400, 2), SomeEvents.revision(0, 3)));
        assertThat(model.lines().stream().filter(Line.Break.class::isInstance)).hasSize(3);
        assertThat(((Line.Break) model.lines().getFirst()).words()).isEqualTo("Today");
        assertThat(((Line.Break) model.lines().get(2)).words()).isEqualTo("Yesterday");
    }

    @Test
    void an_event_is_copied_as_text_and_as_the_gateways_json() {
        GatewayEvent event = SomeEvents.certificate(0);
        assertThat(EventModel.text(event))
                .contains("Warning  Certificate expires  Certificate shop\nThe certificate shop expires");
        assertThat(event.json()).contains("\"kind\" : \"certificate-expires\"", "\"name\" : \"shop\"", "\"reason\"");
    }
}
