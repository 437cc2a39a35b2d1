package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.chart.Marker;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Stats;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where the revision changed, as markers for the charts. */
final class RevisionFlags {
    private static final int KEPT = 200;

    private final Ways ways;
    private final List<Marker> live = new ArrayList<>();
    private int revision;

    RevisionFlags(Ways ways) {
        this.ways = ways;
    }

    void add(LiveFrame frame) {
        if (revision != 0 && frame.revision() != revision) {
            live.add(marker(frame.revision(), frame.t().toEpochMilli()));
            if (live.size() > KEPT) {
                live.removeFirst();
            }
        }
        revision = frame.revision();
    }

    void clear() {
        live.clear();
        revision = 0;
    }

    /** Those that came with the frames, oldest first. */
    List<Marker> live() {
        return List.copyOf(live);
    }

    /** Those of a list of revisions, oldest first. */
    List<Marker> of(List<Stats.Change> changes) {
        return changes.stream()
                .map(change -> marker(change.revision(), change.time().toEpochMilli()))
                .sorted(Comparator.comparingLong(Marker::time))
                .toList();
    }

    private Marker marker(int number, long time) {
        return new Marker(
                time,
                Texts.get("overview.marker", number),
                Texts.get("overview.marker.words", number),
                () -> ways.revision(number));
    }
}
