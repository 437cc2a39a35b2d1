package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes lines of events: by hours, or by days where there is more than one; within each, what is of the same kind about
 * the same object is one line.
 */
final class Timeline {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private final ZoneId zone;

    Timeline(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The lines of these events.
     *
     * @param events newest first
     * @param open the keys of rows whose repeats are shown
     */
    List<Line> of(List<GatewayEvent> events, Set<String> open, Instant now) {
        boolean byDay = !events.isEmpty()
                && Duration.between(events.getLast().time(), events.getFirst().time())
                                .compareTo(Duration.ofDays(1))
                        > 0;
        Map<ZonedDateTime, Map<String, List<GatewayEvent>>> periods = new LinkedHashMap<>();
        for (GatewayEvent event : events) {
            ZonedDateTime begin = event.time().atZone(zone).truncatedTo(byDay ? ChronoUnit.DAYS : ChronoUnit.HOURS);
            String key = begin.toEpochSecond() + " " + event.kind() + " "
                    + event.object().kind() + " " + event.object().name();
            periods.computeIfAbsent(begin, any -> new LinkedHashMap<>())
                    .computeIfAbsent(key, any -> new ArrayList<>())
                    .add(event);
        }
        List<Line> lines = new ArrayList<>();
        periods.forEach((begin, rows) -> {
            lines.add(new Line.Break("begin " + begin.toEpochSecond(), words(begin, byDay, now)));
            rows.forEach((key, folded) -> {
                lines.add(new Line.Row(key, folded, folded.size() > 1 && open.contains(key)));
                if (folded.size() > 1 && open.contains(key)) {
                    folded.stream().skip(1).forEach(event -> lines.add(new Line.Repeat("event " + event.id(), event)));
                }
            });
        });
        return lines;
    }

    private String words(ZonedDateTime begin, boolean byDay, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = begin.toLocalDate();
        String date = day.equals(today)
                ? Texts.get("events.today")
                : day.equals(today.minusDays(1)) ? Texts.get("events.yesterday") : DATE.format(day);
        return byDay ? date : Texts.get("events.hour", date, HOUR.format(begin));
    }
}
