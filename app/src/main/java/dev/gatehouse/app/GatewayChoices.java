package dev.gatehouse.app;

import dev.gatehouse.app.client.Link;
import dev.gatehouse.app.connection.Connection;
import dev.gatehouse.app.connection.Current;
import dev.gatehouse.app.local.EmbeddedEngine;
import dev.gatehouse.app.local.EngineKind;
import dev.gatehouse.app.local.EngineState;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.screen.welcome.WelcomeViewModel;
import dev.gatehouse.app.shell.GatewayChoice;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Places;
import dev.gatehouse.app.shell.Question;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The gateways that the console knows, as the profile chip lists them. */
final class GatewayChoices {
    private final Current current;
    private final EmbeddedEngine engine;
    private final Profiles profiles;
    private final WelcomeViewModel welcome;
    private final Places places;
    private final Supplier<Layers> layers;

    GatewayChoices(
            Current current,
            EmbeddedEngine engine,
            Profiles profiles,
            WelcomeViewModel welcome,
            Places places,
            Supplier<Layers> layers) {
        this.current = current;
        this.engine = engine;
        this.profiles = profiles;
        this.welcome = welcome;
        this.places = places;
        this.layers = layers;
    }

    /** All, as they stand now; reads the small list of profiles. */
    List<GatewayChoice> all() {
        List<GatewayChoice> all = new ArrayList<>();
        for (EngineKind kind : EngineKind.values()) {
            all.add(own(kind));
        }
        for (Profile profile : profiles.all()) {
            all.add(saved(profile));
        }
        return all;
    }

    private GatewayChoice own(EngineKind kind) {
        boolean runs = engine.stateProperty().get() instanceof EngineState.Running now && now.kind() == kind;
        Link link = link(kind.key());
        String name = Texts.get(kind.title());
        String words =
                link != null ? words(link) : Texts.get(runs ? "gateways.state.running" : "gateways.state.stopped");
        Status status = link != null ? status(link) : runs ? Status.GOOD : Status.OFF;
        return new GatewayChoice(
                name,
                Texts.get("gateways.here"),
                status,
                words,
                link != null,
                () -> {
                    welcome.choose(kind == EngineKind.DEMO);
                    open();
                },
                null,
                null);
    }

    private GatewayChoice saved(Profile profile) {
        Link link = link(profile.id());
        return new GatewayChoice(
                profile.name(),
                profile.address().getAuthority(),
                link == null ? Status.OFF : status(link),
                link == null ? Texts.get("gateways.state.saved") : words(link),
                link != null,
                () -> {
                    welcome.choose(profile);
                    open();
                },
                () -> {
                    welcome.choose(profile);
                    places.open(Screen.WELCOME);
                },
                () -> remove(profile));
    }

    /** Opens what Welcome has chosen; only where that fails or asks something Welcome itself comes up. */
    private void open() {
        welcome.open(() -> places.open(Screen.WELCOME));
    }

    private void remove(Profile profile) {
        Question question = new Question(
                Texts.get("gateways.remove.title", profile.name()),
                Texts.get("gateways.remove.words"),
                Texts.get("gateways.remove.keep"),
                Texts.get("gateways.remove.act"));
        question.onNo(() -> layers.get().close());
        question.onYes(() -> {
            layers.get().close();
            welcome.forget(profile);
        });
        layers.get().dialog(question);
        question.focus();
    }

    private @Nullable Link link(String key) {
        Connection now = current.get();
        return now == null || !now.key().equals(key)
                ? null
                : now.live().linkProperty().get();
    }

    private static Status status(Link link) {
        return switch (link) {
            case Link.Open open -> Status.GOOD;
            case Link.Connecting connecting -> Status.WAITING;
            case Link.Lost lost -> Status.BAD;
            case Link.Refused refused -> Status.BAD;
        };
    }

    private static String words(Link link) {
        return Texts.get(
                switch (link) {
                    case Link.Open open -> "gateways.state.on-show";
                    case Link.Connecting connecting -> "gateways.state.connecting";
                    case Link.Lost lost -> "gateways.state.lost";
                    case Link.Refused refused -> "gateways.state.refused";
                });
    }
}
