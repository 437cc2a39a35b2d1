package dev.gatehouse.app.screen.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // set before each test
class WelcomeViewModelTest {
    @TempDir
    Path folder;

    private final Doors doors = new Doors();
    private final List<Step> found = new ArrayList<>();
    private @Nullable UnknownCertificate shown;
    private Profiles profiles;
    private WelcomeViewModel model;

    @BeforeEach
    void open() {
        profiles = new Profiles(new ConsoleFolder(folder));
        model = new WelcomeViewModel(
                doors,
                (address, token, certificate, told) -> {
                    found.forEach(told);
                    return certificate == null ? shown : null;
                },
                profiles,
                Runnable::run,
                Runnable::run);
    }

    @Test
    void the_demo_is_chosen_first_and_shows_that_it_starts() {
        model.open();
        assertThat(doors.opened).containsExactly("demo");
        assertThat(model.openingProperty().get()).isInstanceOf(Opening.UnderWay.class);
        doors.answer.complete(null);
        assertThat(model.openingProperty().get()).isInstanceOf(Opening.Idle.class);
    }

    @Test
    void a_failed_start_says_what_happened_and_what_to_do_and_can_be_tried_again() {
        model.choiceProperty().set(Choice.EMBEDDED);
        model.open();
        doors.answer.completeExceptionally(new OpeningFailed("Port 8001 is in use.", "Stop the other program."));
        assertThat(model.openingProperty().get())
                .isEqualTo(new Opening.Failed("Port 8001 is in use.", "Stop the other program."));
        doors.answer = new CompletableFuture<>();
        model.open();
        assertThat(doors.opened).containsExactly("embedded", "embedded");
    }

    @Test
    void an_opening_that_is_given_up_is_no_failure() {
        model.open();
        model.cancel();
        assertThat(model.openingProperty().get()).isInstanceOf(Opening.Idle.class);
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void while_one_opening_is_under_way_no_other_begins() {
        model.open();
        model.choiceProperty().set(Choice.EMBEDDED);
        model.open();
        assertThat(doors.opened).containsExactly("demo");
    }

    @Test
    void an_address_without_scheme_or_port_is_made_whole() {
        model.choiceProperty().set(Choice.CONNECT);
        model.addressProperty().set(" gateway.example.com ");
        model.open();
        assertThat(doors.opened).containsExactly("http://gateway.example.com:8001");
    }

    @Test
    void an_address_that_is_none_is_refused_beside_the_field() {
        model.choiceProperty().set(Choice.CONNECT);
        for (String typed : List.of("", "ftp://host", "http://user@host", "two words")) {
            model.addressProperty().set(typed);
            model.open();
            assertThat(model.addressProblemProperty().get()).as(typed).isNotEmpty();
        }
        assertThat(doors.opened).isEmpty();
    }

    @Test
    void a_test_shows_every_step_and_leaves_those_after_a_failure_untouched() {
        found.add(new Step(Step.Check.RESOLVE, Status.GOOD, "10.0.0.7", ""));
        found.add(new Step(Step.Check.REACH, Status.BAD, "Nothing listens.", "Start it."));
        model.choiceProperty().set(Choice.CONNECT);
        model.addressProperty().set("10.0.0.7");
        model.test();
        assertThat(model.steps())
                .extracting(Step::status)
                .containsExactly(Status.GOOD, Status.BAD, Status.OFF, Status.OFF, Status.OFF, Status.OFF);
        model.addressProperty().set("10.0.0.8");
        assertThat(model.steps())
                .as("an old result does not stand beside a new address")
                .isEmpty();
    }

    @Test
    void a_connection_is_kept_once_it_worked_and_fills_the_form_again() {
        model.choiceProperty().set(Choice.CONNECT);
        model.addressProperty().set("10.0.0.7:8001");
        model.tokenProperty().set("secret");
        model.open();
        assertThat(model.saved()).isEmpty();
        doors.answer.complete(null);
        assertThat(model.saved()).extracting(Profile::address).containsExactly(URI.create("http://10.0.0.7:8001"));
        model.tokenProperty().set("");
        model.choose(model.saved().getFirst());
        assertThat(model.tokenProperty().get()).isEqualTo("secret");
    }

    @Test
    void a_connection_not_to_be_remembered_is_not_kept() {
        model.choiceProperty().set(Choice.CONNECT);
        model.addressProperty().set("10.0.0.7:8001");
        model.rememberProperty().set(false);
        model.open();
        doors.answer.complete(null);
        assertThat(profiles.all()).isEmpty();
    }

    @Test
    void a_certificate_is_asked_about_once_and_kept_with_the_connection() {
        UnknownCertificate certificate = new UnknownCertificate("CN=shop", "AA:BB", null);
        model.choiceProperty().set(Choice.CONNECT);
        model.addressProperty().set("https://10.0.0.7:8001");
        model.open();
        doors.answer.completeExceptionally(new OpeningFailed("unknown", "compare", certificate));
        assertThat(model.certificateProperty().get()).isEqualTo(certificate);
        assertThat(model.openingProperty().get()).isInstanceOf(Opening.Idle.class);
        doors.answer = new CompletableFuture<>();
        model.accept();
        assertThat(model.certificateProperty().get()).isNull();
        doors.answer.complete(null);
        assertThat(profiles.all()).extracting(Profile::certificate).containsExactly("AA:BB");
    }

    @Test
    void an_accepted_certificate_goes_with_the_address_and_can_be_forgotten() {
        shown = new UnknownCertificate("CN=shop", "CC:DD", "AA:BB");
        model.choose(new Profile("x", "Shop", URI.create("https://h:1"), Environment.TEST, "AA:BB"));
        model.test();
        assertThat(model.certificateProperty().get())
                .as("the accepted one is shown")
                .isNull();
        model.forgetCertificate();
        assertThat(model.certificateProperty().get()).isEqualTo(shown);
        model.accept();
        model.addressProperty().set("https://h:2");
        model.test();
        assertThat(model.certificateProperty().get()).as("another server").isEqualTo(shown);
    }

    /** Notes what was opened and answers when the test says so. */
    private static final class Doors implements Gateways {
        private final List<String> opened = new ArrayList<>();
        private CompletableFuture<Void> answer = new CompletableFuture<>();

        @Override
        public CompletionStage<Void> startDemo() {
            opened.add("demo");
            return answer;
        }

        @Override
        public CompletionStage<Void> startEmbedded() {
            opened.add("embedded");
            return answer;
        }

        @Override
        public CompletionStage<Void> connect(Profile profile, String token) {
            opened.add(profile.address().toString());
            return answer;
        }

        @Override
        public void cancel() {
            answer.cancel(true);
        }
    }
}
