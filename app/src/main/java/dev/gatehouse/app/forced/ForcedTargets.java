package dev.gatehouse.app.forced;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Forcing;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The targets of the gateway on show that somebody has forced, as its live frames tell; forces and releases them. UI thread. */
public final class ForcedTargets {
    private final Jobs jobs;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private List<Notable> notable = List.of();
    private @Nullable Connection connection;
    private Subscription frames = Subscription.EMPTY;

    /** Those of the gateway on show. */
    public ForcedTargets(Current current, Jobs jobs) {
        this.jobs = jobs;
        current.property().subscribe(this::follow);
    }

    /** Tells whenever another target is forced, or one no longer. */
    public Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What somebody should know of them, a sentence for each. */
    public List<Notable> notable() {
        return notable;
    }

    /**
     * Forces a target at once.
     *
     * @param state {@code up}, {@code down} or {@code drain}
     * @param length for how long, as written; empty until it is released
     */
    public Job<Boolean> force(String upstream, String address, String state, String length) {
        return at(Texts.get("force.working", address), forcing -> forcing.force(upstream, address, state, length));
    }

    /** Lets health decide of a target again; one that nobody forces any more is as was wished. */
    public Job<Boolean> release(String upstream, String address) {
        return at(Texts.get("force.releasing", address), forcing -> {
            try {
                forcing.release(upstream, address);
            } catch (AdminFailed e) {
                if (e.status() != 404) {
                    throw e;
                }
            }
        });
    }

    private interface Work {
        void with(Forcing forcing) throws AdminFailed;
    }

    private Job<Boolean> at(String title, Work work) {
        Connection to = connection;
        return jobs.start(title, told -> {
            if (to != null) {
                work.with(new Forcing(to.client()));
            }
            return true;
        });
    }

    private void see(List<LiveFrame> more) {
        if (more.isEmpty()) {
            return;
        }
        List<Notable> now = new ArrayList<>();
        for (LiveFrame.Numbers upstream : more.getLast().upstreams()) {
            for (LiveFrame.Target target : upstream.targets()) {
                LiveFrame.Forced forced = target.forced();
                if (forced != null) {
                    now.add(new Notable(
                            Status.ATTENTION,
                            new ObjectKey("upstreams", upstream.name()),
                            ForceWords.notable(upstream.name(), target.address(), forced)));
                }
            }
        }
        tell(now);
    }

    private void tell(List<Notable> now) {
        if (!now.equals(notable)) {
            notable = now;
            listeners.forEach(Runnable::run);
        }
    }

    private void follow(@Nullable Connection next) {
        frames.unsubscribe();
        connection = next;
        tell(List.of());
        frames = next == null ? Subscription.EMPTY : next.live().listen(this::see);
    }
}
