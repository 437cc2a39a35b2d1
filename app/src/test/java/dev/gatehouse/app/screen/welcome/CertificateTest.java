package dev.gatehouse.app.screen.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.work.UiThread;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Welcome shows of a certificate that a person has to decide about. */
class CertificateTest extends UiTest {
    private static final String SHOWN = "3A:91:0C:" + "7F:".repeat(28) + "E2";
    private static final String BEFORE = "B4:22:6D:" + "51:".repeat(28) + "09";

    @TempDir
    Path folder;

    private @Nullable String pinned;

    @Test
    void a_new_certificate_is_accepted_and_another_one_can_only_be_looked_at_or_the_old_one_forgotten() {
        Gateway gateway = new Gateway();
        WelcomeViewModel model = new WelcomeViewModel(
                gateway, gateway, new Profiles(new ConsoleFolder(folder)), Runnable::run, UiThread.executor());
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            return new ScreenLoader(screen -> new WelcomeView(model))
                    .load(Screen.WELCOME)
                    .root();
        });
        onFx(() -> {
            model.choiceProperty().set(Choice.CONNECT);
            model.addressProperty().set("https://gateway.example.com:8001");
            model.test();
            return true;
        });
        await(() -> scene.lookup("#certificateBox").isVisible());
        assertThat(onFx(() -> scene.lookup("#forget").isVisible())).isFalse();
        take(scene, "certificate-new");
        pinned = BEFORE;
        onFx(() -> {
            model.test();
            return true;
        });
        await(() -> scene.lookup("#forget").isVisible());
        assertThat(onFx(() -> scene.lookup("#accept").isVisible())).isFalse();
        take(scene, "certificate-other");
    }

    private static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.sketch(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    private final class Gateway implements Gateways, ConnectionTest {
        @Override
        public CompletionStage<Void> startDemo() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> startEmbedded() {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<Void> connect(Profile profile, String token) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void cancel() {}

        @Override
        public @Nullable UnknownCertificate run(
                URI address, String token, @Nullable String certificate, Consumer<Step> told) {
            told.accept(new Step(Step.Check.RESOLVE, Status.GOOD, "10.0.0.7", ""));
            told.accept(new Step(Step.Check.REACH, Status.GOOD, "connected in 3 ms", ""));
            told.accept(new Step(Step.Check.CERTIFICATE, Status.BAD, "It is not known.", "Compare it."));
            return new UnknownCertificate(
                    "CN=gateway.example.com, issued by CN=Example CA, valid until 2027-05-12", SHOWN, pinned);
        }
    }
}
