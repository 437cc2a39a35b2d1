package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Revision;
import dev.gatehouse.app.client.Revisions;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.screen.Ways;
import dev.gatehouse.app.table.Times;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Jobs;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The event that is looked at, with what is known around it. UI thread; needs no toolkit. */
final class EventModel {
    /**
     * What is looked at.
     *
     * @param events the event, and the repeats that it stands for, newest first
     * @param before what happened to the same object before; null if that is not known
     * @param after what happened to it next; null if nothing did
     * @param revision the active one at that time; null if that is not known
     */
    record Seen(
            List<GatewayEvent> events,
            @Nullable GatewayEvent before,
            @Nullable GatewayEvent after,
            @Nullable Integer revision) {
        Seen {
            events = List.copyOf(events);
        }

        GatewayEvent event() {
            return events.getFirst();
        }
    }

    private final Current current;
    private final Jobs jobs;
    private final EventLog log;
    private final EventLeads leads;
    private final ReadOnlyObjectWrapper<@Nullable Seen> seen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Revision> revision = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper unread = new ReadOnlyStringWrapper("");

    EventModel(Current current, Ways ways, Jobs jobs, EventLog log) {
        this.current = current;
        this.jobs = jobs;
        this.log = log;
        leads = new EventLeads(ways);
    }

    /** Looks at events of one line, newest first; at nothing, if there are none. */
    void show(List<GatewayEvent> events) {
        Seen before = seen.get();
        if (events.isEmpty()) {
            seen.set(null);
            return;
        }
        GatewayEvent newest = events.getFirst();
        Seen now = new Seen(events, log.before(events.getLast()), log.after(newest), log.revisionAt(newest));
        if (now.equals(before)) {
            return;
        }
        if (before == null || before.event().id() != newest.id()) {
            revision.set(null);
            unread.set("");
            read(newest);
        }
        seen.set(now);
    }

    /** Looks again at what is known around it. */
    void again() {
        Seen now = seen.get();
        if (now != null) {
            show(now.events());
        }
    }

    /** Reads who applied a revision and why, where the event is about one. */
    private void read(GatewayEvent event) {
        Connection gateway = current.get();
        int number = event.object().kind().equals("revision")
                ? EventLog.number(event.object().name())
                : -1;
        if (gateway == null || number < 1) {
            return;
        }
        Revisions revisions = new Revisions(gateway.client());
        jobs.start(Texts.get("events.revision.reading", number), told -> revisions.get(number))
                .then(read -> {
                    if (isSeen(event)) {
                        revision.set(read);
                    }
                })
                .failed(why -> {
                    if (isSeen(event)) {
                        unread.set(Texts.get("events.revision.unread", String.valueOf(why.getMessage())));
                    }
                });
    }

    private boolean isSeen(GatewayEvent event) {
        Seen now = seen.get();
        return now != null && now.event().id() == event.id();
    }

    /** An event as a few lines of text. */
    static String text(GatewayEvent event) {
        return Times.precise(event.time()) + "  " + Severity.of(event).word() + "  " + EventKind.title(event) + "  "
                + EventLeads.words(event) + "\n" + event.message();
    }

    /** Where it leads. */
    EventLeads leads() {
        return leads;
    }

    /** What is looked at; null for nothing. */
    ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The revision that it is about; null until it was read, and where it is about something else. */
    ReadOnlyObjectProperty<@Nullable Revision> revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Why the revision could not be read; empty if it could. */
    ReadOnlyStringProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }
}
