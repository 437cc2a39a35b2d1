package dev.gatehouse.app;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.Probe;
import dev.gatehouse.app.client.ProbeFailed;
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
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.screen.welcome.ConnectionTest;
import dev.gatehouse.app.screen.welcome.Gateways;
import dev.gatehouse.app.screen.welcome.OpeningFailed;
import dev.gatehouse.app.screen.welcome.Step;
import dev.gatehouse.app.screen.welcome.WelcomeView;
import dev.gatehouse.app.screen.welcome.WelcomeViewModel;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.text.Texts;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.util.Subscription;

/** Opens gateways, one at a time, and puts the one that answered on show. */
final class Connections implements Gateways, ConnectionTest, AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Profiles profiles;
    private final Executor ui;
    private final Places places;
    private final Current current;
    private final ConsoleFolder folder;
    private final EmbeddedEngine engine;

    Connections(ConsoleFolder folder, Executor ui, Places places, Current current, EmbeddedEngine engine) {
        this.folder = folder;
        this.profiles = new Profiles(folder);
        this.ui = ui;
        this.places = places;
        this.current = current;
        this.engine = engine;
        engine.stateProperty().subscribe(this::moved);
    }

    WelcomeView welcome() {
        return new WelcomeView(new WelcomeViewModel(this, this, profiles, background, ui));
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
        return CompletableFuture.runAsync(
                () -> {
                    run(profile.address(), token, step -> {
                        if (step.status() == Status.BAD) {
                            throw new CompletionException(new OpeningFailed(step.words(), step.wayOut(), null));
                        }
                    });
                    ui.execute(
                            () -> show(profile.id(), profile.name(), profile.address(), token, profile.environment()));
                },
                background);
    }

    @Override
    public void run(URI address, String token, Consumer<Step> told) {
        Probe probe = new Probe(address, token);
        for (Step.Check check : Step.Check.values()) {
            told.accept(new Step(check, Status.WAITING, "", ""));
            try {
                told.accept(new Step(check, Status.GOOD, ask(probe, check), ""));
            } catch (ProbeFailed e) {
                told.accept(new Step(check, Status.BAD, e.getMessage(), e.wayOut()));
                return;
            }
        }
    }

    @Override
    public void close() {
        current.show(null);
        background.shutdownNow();
    }

    private static String ask(Probe probe, Step.Check check) throws ProbeFailed {
        return switch (check) {
            case RESOLVE -> probe.resolve();
            case REACH -> probe.reach();
            case ANSWER -> probe.answer();
            case TOKEN -> probe.token();
            case VERSION -> probe.version();
        };
    }

    /** Completes when the engine serves, or tells why it does not. UI thread. */
    private CompletionStage<Void> start(EngineKind kind) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        engine.start(kind);
        Subscription[] mine = {Subscription.EMPTY};
        mine[0] = engine.stateProperty().subscribe(state -> {
            switch (state) {
                case EngineState.Running _ -> started.complete(null);
                case EngineState.Failed failed ->
                    started.completeExceptionally(new OpeningFailed(failed.why(), failed.wayOut(), null));
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
            show(kind.key(), Texts.get(kind.title()), running.address(), running.token(), Environment.NONE);
        }
    }

    private void show(String key, String name, URI address, String token, Environment environment) {
        LiveFeed live = new LiveFeed(address, token, ui, InstantSource.system());
        current.show(new Connection(
                key, name, environment, address, new AdminClient(address, token), live, new Memory(folder, key)));
        live.connect();
        if (places.currentProperty().get().screen() == Screen.WELCOME) {
            places.open(Screen.OVERVIEW);
        }
    }
}
