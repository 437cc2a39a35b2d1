package dev.gatehouse.app.connection;

import dev.gatehouse.app.client.EventStream;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.work.Mailbox;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The live frames of one gateway for everything that shows them. UI thread. */
public final class LiveFeed implements AutoCloseable {
    /** What a gateway remembers: 15 minutes. */
    private static final int KEPT = 900;

    /** More than a gateway remembers, so that no second of its history is lost on the way. */
    private static final int WAITING = 2000;

    private final EventStream<LiveFrame> stream;
    private final Deque<LiveFrame> frames = new ArrayDeque<>();
    private final List<Consumer<List<LiveFrame>>> listeners = new CopyOnWriteArrayList<>();
    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(new Link.Connecting());
    private boolean closed;

    /** A feed, not yet opened. */
    public LiveFeed(URI address, String token, Executor ui, InstantSource clock) {
        Mailbox<LiveFrame> arriving = new Mailbox<>(ui, WAITING, this::arrived);
        Mailbox<Link> links = new Mailbox<>(ui, WAITING, this::changed);
        stream = new EventStream<>(address, token, "/live", LiveFrame.class, clock, arriving::post, links::post);
    }

    /** Opens it, or tries at once where it waits for the next try. */
    public void connect() {
        stream.connect();
    }

    /**
     * Tells frames, oldest first, never an empty list: those that are remembered at once, then what comes. The same second
     * never comes twice.
     */
    public Subscription listen(Consumer<List<LiveFrame>> listener) {
        listeners.add(listener);
        if (!frames.isEmpty()) {
            listener.accept(List.copyOf(frames));
        }
        return () -> listeners.remove(listener);
    }

    /** The newest frame, null before the first. */
    public @Nullable LiveFrame latest() {
        return frames.peekLast();
    }

    /** How the stream stands. */
    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        listeners.clear();
        stream.close();
    }

    private void arrived(List<LiveFrame> items) {
        LiveFrame last = frames.peekLast();
        List<LiveFrame> fresh = last == null
                ? items
                : items.stream().filter(frame -> frame.t().isAfter(last.t())).toList();
        if (closed || fresh.isEmpty()) {
            return;
        }
        frames.addAll(fresh);
        while (frames.size() > KEPT) {
            frames.removeFirst();
        }
        listeners.forEach(listener -> listener.accept(fresh));
    }

    private void changed(List<Link> states) {
        if (!closed) {
            link.set(states.getLast());
        }
    }
}
