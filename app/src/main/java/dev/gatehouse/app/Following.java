package dev.gatehouse.app;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.client.LiveStream;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.screen.overview.Ages;
import dev.gatehouse.app.screen.overview.OverviewViewModel;
import dev.gatehouse.app.shell.ConnectionLost;
import dev.gatehouse.app.shell.ShellModel;
import dev.gatehouse.app.shell.Standing;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Heartbeat;
import dev.gatehouse.app.work.Mailbox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Follows one gateway's live stream, and tells the frame and the Overview what comes. UI thread, but for the constructor. */
final class Following implements AutoCloseable {
    /** More than a gateway remembers, so that no second of its history is lost on the way. */
    private static final int WAITING = 2000;

    private final Executor ui;
    private final ShellModel shell;
    private final OverviewViewModel overview;
    private final InstantSource clock;
    private final Heartbeat heartbeat;
    private @Nullable LiveStream stream;
    private Link link = new Link.Connecting();
    private int revision;

    Following(Executor ui, ShellModel shell, OverviewViewModel overview, InstantSource clock) {
        this.ui = ui;
        this.shell = shell;
        this.overview = overview;
        this.clock = clock;
        heartbeat = new Heartbeat(ui, this::tick);
    }

    /** Follows this gateway from now on, and no other. */
    void follow(URI address, String token) {
        leave();
        // What a left gateway still sends is passed over, though it may be on its way already.
        LiveStream[] mine = new LiveStream[1];
        Mailbox<LiveFrame> frames = new Mailbox<>(ui, WAITING, items -> {
            if (mine[0] == stream) {
                accept(items);
            }
        });
        Mailbox<Link> links = new Mailbox<>(ui, WAITING, items -> {
            if (mine[0] == stream) {
                show(items.getLast());
            }
        });
        LiveStream next = new LiveStream(address, token, clock, frames::post, links::post);
        mine[0] = next;
        stream = next;
        next.connect();
    }

    /** Follows nothing. */
    void leave() {
        LiveStream before = stream;
        stream = null;
        if (before != null) {
            before.close();
        }
        overview.clear();
        revision = 0;
        shell.lostProperty().set(null);
        shell.trafficProperty().set("");
        shell.droppedProperty().set("");
    }

    /** Ends for good. */
    @Override
    public void close() {
        heartbeat.close();
        leave();
    }

    private void accept(List<LiveFrame> frames) {
        overview.accept(frames);
        LiveFrame last = frames.getLast();
        LiveFrame.Numbers total = last.total();
        double p95 = total.p95() == null ? Double.NaN : total.p95();
        shell.trafficProperty()
                .set(Texts.get(
                        "status.traffic",
                        Figures.rate((double) total.requests()),
                        Figures.percent(total.requests() == 0 ? 0 : (double) total.errors() / total.requests()),
                        Figures.milliseconds(p95)));
        shell.droppedProperty()
                .set(last.dropped() == 0 ? "" : Texts.get("status.dropped", Figures.count((double) last.dropped())));
        if (revision != last.revision()) {
            revision = last.revision();
            show(link);
        }
        Timing.mark("first-live-point");
    }

    private void show(Link now) {
        link = now;
        shell.standingProperty().set(standing(now));
        shell.lostProperty().set(lost(now));
    }

    private void tick() {
        overview.tick(clock.instant());
        if (link instanceof Link.Lost) {
            shell.lostProperty().set(lost(link));
        }
    }

    private Standing standing(Link now) {
        return switch (now) {
            case Link.Connecting ignored -> new Standing(Status.WAITING, Texts.get("link.connecting"));
            case Link.Open ignored ->
                revision == 0
                        ? new Standing(Status.GOOD, Texts.get("gateway.connected"))
                        : new Standing(Status.GOOD, Texts.get("link.open", revision));
            case Link.Lost ignored -> new Standing(Status.BAD, Texts.get("link.lost"));
            case Link.Refused ignored -> new Standing(Status.BAD, Texts.get("link.refused"));
        };
    }

    private @Nullable ConnectionLost lost(Link now) {
        return switch (now) {
            case Link.Open ignored -> null;
            // The banner stays while a lost connection is tried again, lest it come and go.
            case Link.Connecting ignored -> shell.lostProperty().get();
            case Link.Lost broken -> {
                Instant time = clock.instant();
                long next = Math.max(0, Duration.between(time, broken.nextTry()).toSeconds());
                String since = Ages.words(Duration.between(broken.since(), time));
                yield new ConnectionLost(Texts.get("link.banner", broken.why(), since, next), this::reconnect);
            }
            case Link.Refused refused ->
                new ConnectionLost(Texts.get("link.banner.refused", refused.why()), this::reconnect);
        };
    }

    private void reconnect() {
        if (stream != null) {
            stream.connect();
        }
    }
}
