package dev.gatehouse.app.screen.events;

import dev.gatehouse.app.client.EventStream;
import dev.gatehouse.app.client.Events;
import dev.gatehouse.app.client.GatewayEvent;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.work.Mailbox;
import dev.gatehouse.app.work.Pace;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The events of one gateway, from the stream to the log. It is opened when somebody first looks and stays open, so that
 * nothing is missed while nobody does; after a break it goes on where it was. UI thread; needs no toolkit.
 */
final class EventFeed {
    /** More than a gateway remembers, so that nothing of it is lost on the way. */
    private static final int WAITING = 2_000;

    private final EventLog log;
    private final Executor ui;
    private final InstantSource clock;
    private final IntConsumer added;
    private final ReadOnlyObjectWrapper<@Nullable Link> link = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();
    private @Nullable EventStream<GatewayEvent> stream;
    /** Counts the streams; what still comes of an earlier one is passed over. */
    private int generation;

    /**
     * A feed, not opened.
     *
     * @param log where events go
     * @param added is told how many were new
     */
    EventFeed(EventLog log, Executor ui, InstantSource clock, IntConsumer added) {
        this.log = log;
        this.ui = ui;
        this.clock = clock;
        this.added = added;
    }

    boolean isOpen() {
        return stream != null;
    }

    /** Opens it, or tries at once where it waits for the next try. */
    void open(Connection to) {
        if (stream != null) {
            stream.connect();
            return;
        }
        int mine = ++generation;
        Mailbox<GatewayEvent> arriving = new Mailbox<>(ui, WAITING, batch -> {
            if (mine == generation) {
                accept(batch);
            }
        });
        Mailbox<Link> links = new Mailbox<>(ui, WAITING, batch -> {
            if (mine == generation) {
                linked(batch.getLast());
            }
        });
        stream = new Events(to.client()).stream(clock, arriving::post, links::post);
        stream.connect();
    }

    /** Ends it; what is in the log stays. */
    void close() {
        generation++;
        if (stream != null) {
            stream.close();
        }
        stream = null;
        linked(null);
    }

    /** Tells that a second has passed. */
    void tick() {
        if (link.get() instanceof Link.Connecting && log.isEmpty()) {
            pace.set(pace.get() == null ? Pace.SLOW : Pace.LONG);
        }
    }

    /** Takes events in, oldest first. */
    void accept(List<GatewayEvent> events) {
        int fresh = log.add(events);
        pace.set(null);
        if (fresh > 0) {
            added.accept(fresh);
        }
    }

    /** Takes down how the stream stands. */
    void linked(@Nullable Link now) {
        if (!(now instanceof Link.Connecting)) {
            pace.set(null);
        }
        link.set(now);
    }

    /** How the stream stands; null while it is not opened. */
    ReadOnlyObjectProperty<@Nullable Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** How long the first events are waited for; null while they are not. */
    ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
        return pace.getReadOnlyProperty();
    }
}
