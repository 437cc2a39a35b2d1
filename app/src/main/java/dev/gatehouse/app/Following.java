package dev.gatehouse.app;

import dev.gatehouse.app.chart.Figures;
import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.shell.ConnectionLost;
import dev.gatehouse.app.shell.ShellModel;
import dev.gatehouse.app.shell.Standing;
import dev.gatehouse.app.text.Ages;
import dev.gatehouse.app.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Tells the frame what comes from the gateway on show. UI thread. */
final class Following {
    private final ShellModel shell;
    private final InstantSource clock;
    private Subscription subscription = Subscription.EMPTY;
    private @Nullable Connection connection;
    private Link link = new Link.Connecting();
    private int revision;

    Following(Current current, ShellModel shell, InstantSource clock) {
        this.shell = shell;
        this.clock = clock;
        current.property().subscribe(this::follow);
    }

    /** Moves what counts seconds; to be called once a second. */
    void tick() {
        if (link instanceof Link.Lost) {
            shell.lostProperty().set(lost(link));
        }
    }

    private void follow(@Nullable Connection next) {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        connection = next;
        revision = 0;
        shell.lostProperty().set(null);
        shell.trafficProperty().set("");
        shell.droppedProperty().set("");
        if (next == null) {
            shell.gatewayProperty().set("");
            return;
        }
        shell.gatewayProperty().set(next.name());
        shell.environmentProperty().set(next.environment());
        shell.placeProperty().set(next.name() + " · " + next.address().getAuthority());
        subscription = Subscription.combine(
                next.live().listen(this::accept), next.live().linkProperty().subscribe(this::show));
    }

    private void accept(List<LiveFrame> frames) {
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
        if (connection != null) {
            connection.live().connect();
        }
    }
}
