package dev.gatehouse.app;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.CertificateRefused;
import dev.gatehouse.app.client.Probe;
import dev.gatehouse.app.client.ProbeFailed;
import dev.gatehouse.app.client.Trust;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.local.EmbeddedEngine;
import dev.gatehouse.app.local.EngineKind;
import dev.gatehouse.app.local.EngineState;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Memory;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.screen.welcome.ConnectionTest;
import dev.gatehouse.app.screen.welcome.Gateways;
import dev.gatehouse.app.screen.welcome.OpeningFailed;
import dev.gatehouse.app.screen.welcome.Step;
import dev.gatehouse.app.screen.welcome.UnknownCertificate;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.Job;
import dev.gatehouse.app.work.Jobs;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Opens gateways, one at a time, and puts the one that answered on show. UI thread. */
final class Connections implements Gateways, ConnectionTest, AutoCloseable {
    private final Jobs jobs;
    private final Executor ui;
    private final Places places;
    private final Current current;
    private final ConsoleFolder folder;
    private final EmbeddedEngine engine;
    private Runnable cancel = () -> {};

    Connections(ConsoleFolder folder, Jobs jobs, Executor ui, Places places, Current current, EmbeddedEngine engine) {
        this.folder = folder;
        this.jobs = jobs;
        this.ui = ui;
        this.places = places;
        this.current = current;
        this.engine = engine;
        engine.stateProperty().subscribe(this::moved);
    }

    @Override
    public CompletionStage<Void> startDemo() {
        return start(EngineKind.DEMO);
    }

    @Override
    public CompletionStage<Void> startEmbedded() {
        return start(EngineKind.EMBEDDED);
    }

    @Override
    public CompletionStage<Void> connect(Profile profile, String token) {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        Job<Profile> job = jobs.start(Texts.get("welcome.starting.connect", profile.name()), told -> {
            Probe probe = new Probe(profile.address(), token, trust(profile.certificate()));
            for (Step.Check check : Step.Check.values()) {
                told.doing(Texts.get(check.key()));
                ask(probe, check);
            }
            return profile;
        });
        cancel = job::cancel;
        job.then(opened -> {
                    show(profile.id(), profile.name(), profile.address(), token, profile);
                    places.begin(Screen.OVERVIEW);
                    stage.complete(null);
                })
                .failed(why -> stage.completeExceptionally(explain(why)));
        return stage;
    }

    @Override
    public void cancel() {
        cancel.run();
    }

    @Override
    public @Nullable UnknownCertificate run(
            URI address, String token, @Nullable String certificate, Consumer<Step> told) {
        Probe probe = new Probe(address, token, trust(certificate));
        for (Step.Check check : Step.Check.values()) {
            told.accept(new Step(check, Status.WAITING, "", ""));
            try {
                String found = ask(probe, check);
                // An address without TLS has nothing to check, but a person should know it.
                boolean open = check == Step.Check.CERTIFICATE && probe.isReadable();
                told.accept(new Step(check, open ? Status.ATTENTION : Status.GOOD, found, ""));
            } catch (ProbeFailed e) {
                told.accept(new Step(check, Status.BAD, e.getMessage(), e.wayOut()));
                return e instanceof CertificateRefused refused ? question(refused) : null;
            }
        }
        return null;
    }

    @Override
    public void close() {
        current.show(null);
    }

    /** Whether the gateway of this process is the one on show. */
    boolean isOnShow(EngineKind kind) {
        Connection now = current.get();
        return now != null && now.key().equals(kind.key());
    }

    /** Completes when the engine serves, or tells why it does not. */
    private CompletionStage<Void> start(EngineKind kind) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        if (engine.stateProperty().get() instanceof EngineState.Running running && running.kind() == kind) {
            moved(running);
            places.begin(Screen.OVERVIEW);
            started.complete(null);
            return started;
        }
        engine.start(kind);
        Job<?> job = jobs.all().isEmpty() ? null : jobs.all().getLast();
        cancel = job == null ? () -> {} : job::cancel;
        Subscription[] mine = {Subscription.EMPTY};
        mine[0] = engine.stateProperty().subscribe(state -> {
            switch (state) {
                case EngineState.Running _ -> {
                    places.begin(Screen.OVERVIEW);
                    started.complete(null);
                }
                case EngineState.Failed failed ->
                    started.completeExceptionally(new OpeningFailed(failed.why(), failed.wayOut()));
                case EngineState.Stopped _ -> started.cancel(false);
                default -> {}
            }
        });
        started.whenComplete((done, failure) -> ui.execute(() -> mine[0].unsubscribe()));
        return started;
    }

    private void moved(EngineState state) {
        if (state instanceof EngineState.Running running) {
            EngineKind kind = running.kind();
            show(kind.key(), Texts.get(kind.title()), running.address(), running.token(), null);
            if (places.currentProperty().get().screen() == Screen.WELCOME) {
                places.begin(Screen.OVERVIEW);
            }
        }
    }

    private void show(String key, String name, URI address, String token, @Nullable Profile profile) {
        Trust trust = trust(profile == null ? null : profile.certificate());
        Environment environment = profile == null ? Environment.NONE : profile.environment();
        LiveFeed live = new LiveFeed(address, token, trust, ui, InstantSource.system());
        current.show(new Connection(
                key,
                name,
                environment,
                address,
                new AdminClient(address, token, trust),
                live,
                new Memory(folder, key)));
        live.connect();
    }

    private static Exception explain(Exception why) {
        return switch (why) {
            case CertificateRefused refused ->
                new OpeningFailed(refused.getMessage(), refused.wayOut(), question(refused));
            case ProbeFailed failed -> new OpeningFailed(failed.getMessage(), failed.wayOut(), failed);
            case CancellationException cancelled -> cancelled;
            default ->
                new OpeningFailed(Texts.get("welcome.failed", why.toString()), Texts.get("welcome.failed.wayout"), why);
        };
    }

    private static UnknownCertificate question(CertificateRefused refused) {
        return new UnknownCertificate(refused.about(), refused.fingerprint(), refused.pinned());
    }

    private static Trust trust(@Nullable String certificate) {
        return certificate == null ? Trust.SYSTEM : Trust.pinned(certificate);
    }

    private static String ask(Probe probe, Step.Check check) throws ProbeFailed {
        return switch (check) {
            case RESOLVE -> probe.resolve();
            case REACH -> probe.reach();
            case CERTIFICATE -> probe.certificate();
            case ANSWER -> probe.answer();
            case TOKEN -> probe.token();
            case VERSION -> probe.version();
        };
    }
}
