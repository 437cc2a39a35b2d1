package dev.gatehouse.app.connection;

import dev.gatehouse.app.client.EventStream;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.Trust;
import dev.gatehouse.app.text.Texts;
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
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
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
    private final ReadOnlyStringWrapper lost = new ReadOnlyStringWrapper("");
    /** Frames that came while nobody looked; they are told together when somebody does. */
    private final Deque<LiveFrame> missed = new ArrayDeque<>();

    private boolean unseen;
    private boolean closed;

    /** A feed, not yet opened. */
    public LiveFeed(URI address, String token, Executor ui, InstantSource clock) {
        this(address, token, Trust.SYSTEM, ui, clock);
    }

    /** A feed, not yet opened, from a gateway that is believed so. */
    public LiveFeed(URI address, String token, Trust trust, Executor ui, InstantSource clock) {
        Mailbox<LiveFrame> arriving = new Mailbox<>(ui, WAITING, this::arrived);
        Mailbox<Link> links = new Mailbox<>(ui, WAITING, this::changed);
        stream = new EventStream<>(address, token, trust, "/live", LiveFrame.class, clock, arriving::post, links::post);
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
        List<LiveFrame> told = List.copyOf(frames).subList(0, frames.size() - missed.size());
        if (!told.isEmpty()) {
            listener.accept(told);
        }
        return () -> listeners.remove(listener);
    }

    /**
     * Tells whether the window cannot be seen: frames then wait, so that nothing is computed or drawn for nobody, and come
     * together when it is seen again.
     */
    public void setUnseen(boolean now) {
        unseen = now;
        if (!now && !missed.isEmpty()) {
            List<LiveFrame> all = List.copyOf(missed);
            missed.clear();
            tell(all);
        }
    }

    /** The newest frame, null before the first. */
    public @Nullable LiveFrame latest() {
        return frames.peekLast();
    }

    /** How the stream stands. */
    public ReadOnlyObjectProperty<Link> linkProperty() {
        return link.getReadOnlyProperty();
    }

    /** Why the gateway cannot be asked for anything now, a sentence; empty if it can. */
    public ReadOnlyStringProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }

    @Override
    public void close() {
        closed = true;
        listeners.clear();
        stream.close();
    }

    /** Takes frames in; a stream that was opened again may send seconds that are known. */
    void arrived(List<LiveFrame> items) {
        LiveFrame last = frames.peekLast();
        List<LiveFrame> fresh = last == null
                ? items
                : items.stream().filter(frame -> frame.t().isAfter(last.t())).toList();
        if (closed || fresh.isEmpty()) {
            return;
        }
        keep(frames, fresh);
        if (unseen) {
            keep(missed, fresh);
        } else {
            tell(fresh);
        }
    }

    private static void keep(Deque<LiveFrame> kept, List<LiveFrame> fresh) {
        kept.addAll(fresh);
        while (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    private void tell(List<LiveFrame> fresh) {
        listeners.forEach(listener -> listener.accept(fresh));
    }

    private void changed(List<Link> states) {
        if (!closed) {
            Link now = states.getLast();
            lost.set(
                    switch (now) {
                        case Link.Open _ -> "";
                        // Trying again is not yet being back.
                        case Link.Connecting _ -> lost.get();
                        case Link.Lost _ -> Texts.get("link.off.lost");
                        case Link.Refused _ -> Texts.get("link.off.refused");
                    });
            link.set(now);
        }
    }
}
