package dev.gatehouse.app;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.Probe;
import dev.gatehouse.app.client.ProbeFailed;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.connection.LiveFeed;
import dev.gatehouse.app.local.LocalGateway;
import dev.gatehouse.app.local.LocalStartFailed;
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
import org.jspecify.annotations.Nullable;

/** Opens gateways, one at a time, and puts the one that answered on show. */
final class Connections implements Gateways, ConnectionTest, AutoCloseable {
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Profiles profiles;
    private final Executor ui;
    private final Places places;
    private final Current current;
    private final ConsoleFolder folder;
    private @Nullable LocalGateway local;

    Connections(ConsoleFolder folder, Executor ui, Places places, Current current) {
        this.folder = folder;
        this.profiles = new Profiles(folder);
        this.ui = ui;
        this.places = places;
        this.current = current;
    }

    WelcomeView welcome() {
        return new WelcomeView(new WelcomeViewModel(this, this, profiles, background, ui));
    }

    @Override
    public CompletionStage<Void> startDemo() {
        return start("demo", Texts.get("gateway.demo"), LocalGateway::startDemo);
    }

    @Override
    public CompletionStage<Void> startEmbedded() {
        return start("embedded", Texts.get("gateway.embedded"), LocalGateway::startEmbedded);
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
                    replace(null);
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
        replace(null);
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

    private CompletionStage<Void> start(String key, String name, Starting starting) {
        return CompletableFuture.runAsync(
                () -> {
                    replace(null);
                    try {
                        LocalGateway started = starting.start();
                        replace(started);
                        ui.execute(() -> show(key, name, started.address(), started.token(), Environment.NONE));
                    } catch (LocalStartFailed e) {
                        throw new CompletionException(new OpeningFailed(String.valueOf(e.getMessage()), e.wayOut(), e));
                    }
                },
                background);
    }

    private synchronized void replace(@Nullable LocalGateway next) {
        LocalGateway before = local;
        local = next;
        if (before != null) {
            before.close();
        }
    }

    private void show(String key, String name, URI address, String token, Environment environment) {
        LiveFeed live = new LiveFeed(address, token, ui, InstantSource.system());
        current.show(new Connection(
                key, name, environment, address, new AdminClient(address, token), live, new Memory(folder, key)));
        live.connect();
        places.open(Screen.OVERVIEW);
    }

    @FunctionalInterface
    private interface Starting {
        LocalGateway start() throws LocalStartFailed;
    }
}
