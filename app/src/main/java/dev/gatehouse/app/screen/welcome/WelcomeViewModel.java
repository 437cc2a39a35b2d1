package dev.gatehouse.app.screen.welcome;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** State and actions of the first screen. */
public final class WelcomeViewModel {
    private final Gateways gateways;
    private final ConnectionTest connectionTest;
    private final Profiles profiles;
    private final Executor background;
    private final Executor ui;

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.DEMO);
    private final ReadOnlyObjectWrapper<Opening> opening = new ReadOnlyObjectWrapper<>(new Opening.Idle());
    private final BooleanProperty testing = new SimpleBooleanProperty();
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.NONE);
    private final BooleanProperty remember = new SimpleBooleanProperty(true);
    private final StringProperty addressProblem = new SimpleStringProperty("");
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ObservableList<Profile> saved = FXCollections.observableArrayList();
    private final BooleanBinding busy;
    private final ReadOnlyObjectWrapper<@Nullable UnknownCertificate> certificate = new ReadOnlyObjectWrapper<>();
    private Runnable whenStuck = () -> {};
    private @Nullable String pinned;
    private boolean tested;
    private String profileId = UUID.randomUUID().toString();

    /**
     * A view-model.
     *
     * @param background where a connection test runs
     * @param ui where state is changed
     */
    public WelcomeViewModel(
            Gateways gateways, ConnectionTest connectionTest, Profiles profiles, Executor background, Executor ui) {
        this.gateways = gateways;
        this.connectionTest = connectionTest;
        this.profiles = profiles;
        this.background = background;
        this.ui = ui;
        busy = Bindings.createBooleanBinding(
                () -> testing.get() || opening.get() instanceof Opening.UnderWay, testing, opening);
        address.addListener((property, before, now) -> {
            steps.clear();
            addressProblem.set("");
            // Another address is another server, whose certificate nobody has accepted.
            pinned = null;
            certificate.set(null);
        });
        token.addListener((property, before, now) -> steps.clear());
        saved.setAll(profiles.all());
    }

    /** Does what is chosen. */
    public void open() {
        if (busy.get()) {
            return;
        }
        switch (choice.get()) {
            case DEMO -> follow(Texts.get("welcome.starting.demo"), gateways.startDemo());
            case EMBEDDED -> follow(Texts.get("welcome.starting.embedded"), gateways.startEmbedded());
            case CONNECT -> connect();
        }
    }

    /** Gives up what is being opened. */
    public void cancel() {
        gateways.cancel();
    }

    /** Accepts the certificate in question from now on, and goes on with what was asked. */
    public void accept() {
        UnknownCertificate shown = certificate.get();
        if (shown != null) {
            pinned = shown.fingerprint();
            certificate.set(null);
            again();
        }
    }

    /** Forgets the accepted certificate, so that the one that is shown now can be looked at as a new one. */
    public void forgetCertificate() {
        pinned = null;
        certificate.set(null);
        again();
    }

    private void again() {
        if (tested) {
            test();
        } else {
            open();
        }
    }

    /** Begins a connection that is not saved yet. */
    public void add() {
        choice.set(Choice.CONNECT);
        profileId = UUID.randomUUID().toString();
        name.set("");
        address.set("");
        token.set("");
        environment.set(Environment.NONE);
        opening.set(new Opening.Idle());
    }

    /** Looks again at what is saved. */
    public void look() {
        saved.setAll(profiles.all());
    }

    /** Tries the connection step by step; what it finds goes to {@link #steps()}. */
    public void test() {
        if (busy.get()) {
            return;
        }
        readAddress().ifPresent(uri -> {
            tested = true;
            certificate.set(null);
            steps.clear();
            for (Step.Check check : Step.Check.values()) {
                steps.add(new Step(check, Status.OFF, "", ""));
            }
            testing.set(true);
            String secret = token.get().strip();
            String pinned = this.pinned;
            background.execute(() -> {
                try {
                    UnknownCertificate shown =
                            connectionTest.run(uri, secret, pinned, step -> ui.execute(() -> put(step)));
                    ui.execute(() -> certificate.set(shown));
                } finally {
                    ui.execute(() -> testing.set(false));
                }
            });
        });
    }

    /** Chooses the gateway of this program: the demo, or the user's own. */
    public void choose(boolean demo) {
        choice.set(demo ? Choice.DEMO : Choice.EMBEDDED);
    }

    /**
     * Does what is chosen.
     *
     * @param attention is run if it needs a person: it failed, or a certificate is in question
     */
    public void open(Runnable attention) {
        whenStuck = attention;
        open();
    }

    /** Fills the form with a saved connection. */
    public void choose(Profile profile) {
        choice.set(Choice.CONNECT);
        profileId = profile.id();
        name.set(profile.name());
        address.set(profile.address().toString());
        environment.set(profile.environment());
        token.set(profiles.token(profile).orElse(""));
        pinned = profile.certificate();
        opening.set(new Opening.Idle());
    }

    /** Forgets a saved connection. */
    public void forget(Profile profile) {
        try {
            profiles.remove(profile);
            saved.setAll(profiles.all());
        } catch (IOException e) {
            opening.set(new Opening.Failed(
                    Texts.get("welcome.forget.failed", profile.name(), String.valueOf(e.getMessage())),
                    Texts.get("welcome.save.wayout")));
        }
    }

    private void put(Step step) {
        steps.replaceAll(each -> each.check() == step.check() ? step : each);
    }

    private void connect() {
        readAddress().ifPresent(uri -> {
            String called =
                    name.get().isBlank() ? uri.getAuthority() : name.get().strip();
            tested = false;
            certificate.set(null);
            Profile profile = new Profile(profileId, called, uri, environment.get(), pinned);
            String secret = token.get().strip();
            follow(
                    Texts.get("welcome.starting.connect", called),
                    gateways.connect(profile, secret).thenRun(() -> keep(profile, secret)));
        });
    }

    private void keep(Profile profile, String secret) {
        if (remember.get()) {
            try {
                profiles.save(profile, secret);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ui.execute(() -> saved.setAll(profiles.all()));
        }
    }

    private void follow(String words, CompletionStage<Void> stage) {
        opening.set(new Opening.UnderWay(words));
        stage.whenComplete((done, failure) -> ui.execute(() -> {
            opening.set(failure == null ? new Opening.Idle() : say(failure));
            if (opening.get() instanceof Opening.Failed || certificate.get() != null) {
                whenStuck.run();
            }
            whenStuck = () -> {};
        }));
    }

    private Opening say(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case CancellationException _ -> new Opening.Idle();
            case OpeningFailed failed -> {
                certificate.set(failed.certificate());
                yield failed.certificate() == null
                        ? new Opening.Failed(String.valueOf(failed.getMessage()), failed.wayOut())
                        : new Opening.Idle();
            }
            case UncheckedIOException io ->
                new Opening.Failed(
                        Texts.get("welcome.save.failed", String.valueOf(io.getMessage())),
                        Texts.get("welcome.save.wayout"));
            default ->
                new Opening.Failed(Texts.get("welcome.failed", cause.toString()), Texts.get("welcome.failed.wayout"));
        };
    }

    /** The address as typed, made whole: {@code host:port} is read as {@code http://host:port}, the port is 8001. */
    private Optional<URI> readAddress() {
        String typed = address.get().strip();
        if (typed.isEmpty()) {
            addressProblem.set(Texts.get("connect.address.missing"));
            return Optional.empty();
        }
        try {
            URI uri = URI.create(typed.contains("://") ? typed : "http://" + typed);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new IllegalArgumentException(typed);
            }
            int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 8001;
            addressProblem.set("");
            return Optional.of(URI.create(scheme + "://" + uri.getHost() + ":" + port));
        } catch (IllegalArgumentException e) {
            addressProblem.set(Texts.get("connect.address.invalid", typed));
            return Optional.empty();
        }
    }

    /** What is chosen. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** How far the opening is. */
    public ReadOnlyObjectProperty<Opening> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Whether a start or a test is under way. */
    public BooleanBinding busyProperty() {
        return busy;
    }

    /** The connection's name; empty for its address. */
    public StringProperty nameProperty() {
        return name;
    }

    /** The address as typed. */
    public StringProperty addressProperty() {
        return address;
    }

    /** What is wrong with the address; empty for nothing. */
    public StringProperty addressProblemProperty() {
        return addressProblem;
    }

    /** The administrator's token. */
    public StringProperty tokenProperty() {
        return token;
    }

    /** What the gateway is for. */
    public ObjectProperty<Environment> environmentProperty() {
        return environment;
    }

    /** Whether to keep the connection and its token. */
    public BooleanProperty rememberProperty() {
        return remember;
    }

    /** The certificate that a person has to decide about; null for none. */
    public ReadOnlyObjectProperty<@Nullable UnknownCertificate> certificateProperty() {
        return certificate.getReadOnlyProperty();
    }

    /** The last test's steps; empty before the first. */
    public ObservableList<Step> steps() {
        return steps;
    }

    /** The saved connections. */
    public ObservableList<Profile> saved() {
        return saved;
    }
}
