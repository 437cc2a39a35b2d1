package dev.gatehouse.app.screen.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ModalPane;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.certificate.KnownCertificates;
import dev.gatehouse.app.client.AdminFailed;
import dev.gatehouse.app.client.Certificates;
import dev.gatehouse.app.client.WriteOptions;
import dev.gatehouse.app.draft.Draft;
import dev.gatehouse.app.draft.DraftSession;
import dev.gatehouse.app.draft.Edit;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.effect.Effects;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.screen.NotedWays;
import dev.gatehouse.app.shell.Layers;
import dev.gatehouse.app.shell.Loaded;
import dev.gatehouse.app.shell.Screen;
import dev.gatehouse.app.shell.ScreenLoader;
import dev.gatehouse.app.table.Tools;
import dev.gatehouse.app.work.Background;
import dev.gatehouse.app.work.UiThread;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate comes in, is looked at, stored, reviewed, applied and served; what is wrong with one is said before. */
class CertificatesJourneyTest extends UiTest {
    private static final String CONFIG = """
        gatehouse: 1
        certificates:
          shop: {chain: {secret: shop-chain}, key: {secret: shop-key}}
          docs: {chain: {secret: docs-chain}, key: {secret: docs-key}}
        listeners:
          public: {address: 127.0.0.1, port: 0, tls: {certificates: [shop]}}
          inside: {address: 127.0.0.1, port: 0}
        routes:
          hello: {match: {path: /hello}, forward: {respond: {status: 200, body: hello}}}
        """;

    @TempDir
    Path folder;

    private final NotedWays ways = new NotedWays();

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private Authority authority;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private RealGateway gateway;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private DraftSession session;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private CertificatesViewModel model;

    @SuppressWarnings("NullAway.Init") // each test begins with it
    private KnownCertificates known;

    @BeforeEach
    void start() throws Exception {
        authority = new Authority();
        gateway = new RealGateway(folder, UiThread.executor());
        secrets("shop", authority.issue("CN=shop-2026", "shop.example.com", 23));
        secrets("docs", authority.issue("CN=docs", "docs.example.com", 200));
        gateway.put(CONFIG);
        onFx(() -> {
            session = gateway.session();
            known = new KnownCertificates(gateway.current(), session, gateway.jobs(), InstantSource.system());
            model = new CertificatesViewModel(
                    gateway.current(),
                    session,
                    known,
                    ways,
                    gateway.jobs(),
                    InstantSource.system(),
                    Background.executor(),
                    UiThread.executor());
            gateway.show("Shop", Environment.NONE);
            return true;
        });
        await(() -> session.draft() != null && known.served("shop") != null);
    }

    @AfterEach
    void stop() {
        onFx(() -> {
            gateway.current().show(null);
            session.close();
            return true;
        });
        gateway.close();
    }

    private void secrets(String name, X509Bundle issued) throws AdminFailed {
        Certificates certificates = new Certificates(gateway.other());
        certificates.store(name + "-chain", authority.chain(issued));
        certificates.store(name + "-key", issued.getPrivateKeyPEM());
    }

    private Scene open(int width, int height) {
        return show(
                () -> {
                    Theme.LIGHT.apply();
                    ModalPane modal = new ModalPane();
                    Layers layers = Layers.in(modal);
                    Tools tools = new Tools(gateway.jobs(), (near, name) -> null);
                    Loaded loaded = new ScreenLoader(
                                    any -> new CertificatesView(model, tools, near -> List.of(), () -> layers))
                            .load(Screen.CERTIFICATES);
                    StackPane root = new StackPane(loaded.root(), modal);
                    loaded.view().shown();
                    return root;
                },
                width,
                height);
    }

    private static boolean says(Scene scene, String words) {
        return scene.getRoot().lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
    }

    private static void paste(Scene scene, String text) {
        onFx(() -> {
            ((TextArea) scene.lookup(".import-sheet .text-area")).setText(text);
            return true;
        });
    }

    private static Button store(Scene scene) {
        return (Button) scene.lookup("#import-store");
    }

    private static void press(Button button) {
        onFx(() -> {
            button.fire();
            return true;
        });
    }

    private Draft draft() {
        return Objects.requireNonNull(session.draft());
    }

    /** Rows are sorted elsewhere, so that a new one may not be there yet. */
    private boolean isThere(String name, Predicate<CertificateRow> as) {
        return model.rows().shown().stream().anyMatch(row -> row.name().equals(name) && as.test(row));
    }

    private CertificateRow row(String name) {
        return onFx(() -> model.rows().shown().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void a_certificate_is_imported_reviewed_applied_and_seen_by_a_client() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        await(() -> model.rows().shown().size() == 2);
        assertThat(row("shop").status()).isEqualTo(Status.ATTENTION);
        assertThat(row("shop").standing()).isEqualTo("Expires in 23 days");
        assertThat(row("shop").used()).isEqualTo("public");
        assertThat(row("docs").status()).isEqualTo(Status.GOOD);
        onFx(() -> {
            model.choose("shop");
            return true;
        });
        settle();
        Pictures.takeBoth(scene, "certificates");

        press((Button) scene.lookup("#bring"));
        await(() -> scene.lookup(".import-sheet .text-area") != null);
        settle();
        Pictures.sketch(scene, "certificates-import-empty");
        X509Bundle issued = authority.issue("CN=shop-2027", "shop.example.com", 400);
        paste(scene, authority.chain(issued));
        await(() -> says(scene, "2 certificates; the private key is still missing"));
        paste(scene, issued.getPrivateKeyPEM());
        await(() -> says(scene, "This can be served."));
        assertThat(onFx(() -> ((TextArea) scene.lookup(".import-sheet .text-area")).getText()))
                .as("a key is not shown again")
                .isEmpty();
        assertThat(new Certificates(gateway.other()).secrets())
                .as("nothing is stored before somebody says so")
                .hasSize(4);
        settle();
        Pictures.takeBoth(scene, "certificates-import");
        press(store(scene));
        ObjectKey key = new ObjectKey("certificates", "shop.example.com");
        await(() -> draft().object(key) != null && store(scene) == null);
        assertThat(onFx(() -> Objects.requireNonNull(draft().object(key)).toString()))
                .isEqualTo("{\"chain\":{\"secret\":\"shop.example.com-chain\"},"
                        + "\"key\":{\"secret\":\"shop.example.com-key\"}}");
        await(() -> isThere("shop.example.com", row -> row.state().equals("Not applied")));

        ObjectKey listener = new ObjectKey("listeners", "public");
        onFx(() -> {
            draft().apply(Edit.set(
                    listener, "/tls/certificates", RealGateway.yaml("[shop.example.com]"), "Serve the new one"));
            return true;
        });
        List<String> effects = onFx(() -> draft().changes().stream()
                .filter(change -> change.key().equals(listener))
                .flatMap(change -> Effects.of(change, known.surroundings()).stream())
                .toList());
        assertThat(effects.getFirst())
                .startsWith("Clients of shop.example.com get the certificate shop.example.com (until ");
        await(() -> written().contains("shop.example.com-key"));
        assertThat(written()).as("the journal of the draft").doesNotContain("PRIVATE KEY");
        assertThat(authority.shown(gateway.port("public"), "shop.example.com")).isEqualTo("CN=shop-2026");
        onFx(() -> Objects.requireNonNull(session.apply(
                draft().changes().stream().map(ObjectChange::key).toList(), WriteOptions.plain("New certificate"))));
        await(() -> draft().changes().isEmpty());
        assertThat(authority.shown(gateway.port("public"), "shop.example.com")).isEqualTo("CN=shop-2027");
        await(() -> isThere("shop.example.com", CertificateRow::served));
    }

    /** Everything that the console has written, its journal of drafts among it. */
    private String written() {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("console"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    @Test
    void what_cannot_be_served_is_said_where_it_is_wrong_and_not_stored() throws Exception {
        Scene scene = open(WIDTH, HEIGHT);
        press((Button) scene.lookup("#bring"));
        await(() -> scene.lookup(".import-sheet .text-area") != null);
        X509Bundle one = authority.issue("CN=one", "one.example.com", 400);
        X509Bundle other = authority.issue("CN=other", "other.example.com", 400);
        paste(scene, "hello");
        await(() -> says(scene, "That is no PEM"));
        paste(scene, authority.chain(one) + other.getPrivateKeyPEM());
        await(() -> says(scene, "Private key: The private key does not belong to the certificate of CN=one."));
        assertThat(onFx(() -> says(scene, "one.example.com"))).isTrue();
        settle();
        Pictures.takeBoth(scene, "certificates-import-problem");
        press(store(scene));
        press((Button) scene.getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && "Start over".equals(button.getText()))
                .findFirst()
                .orElseThrow());
        X509Bundle old = authority.issue("CN=old", "old.example.com", -3);
        paste(scene, authority.chain(old) + old.getPrivateKeyPEM());
        await(() -> says(scene, "Certificate: The certificate of CN=old expired on "));
        press(store(scene));
        settle();
        assertThat(new Certificates(gateway.other()).secrets()).hasSize(4);
        assertThat(onFx(() -> draft().changes())).isEmpty();
    }

    @Test
    void a_renewal_is_served_without_a_revision() throws Exception {
        open(WIDTH, HEIGHT);
        int revision = gateway.active().hashCode();
        ImportModel renewal = begin("shop");
        X509Bundle issued = authority.issue("CN=shop-2027", "shop.example.com", 400);
        onFx(() -> renewal.paste(authority.chain(issued) + issued.getPrivateKeyPEM()));
        await(() -> renewal.whyProperty().get().isEmpty());
        onFx(() -> {
            renewal.store();
            return true;
        });
        await(() -> isThere("shop", row -> row.status() == Status.GOOD));
        assertThat(authority.shown(gateway.port("public"), "shop.example.com")).isEqualTo("CN=shop-2027");
        assertThat(gateway.active().hashCode()).isEqualTo(revision);
        assertThat(onFx(() -> draft().changes())).isEmpty();
        assertThat(onFx(() -> known.notable())).isEmpty();
    }

    private ImportModel begin(String renews) {
        return onFx(() -> Objects.requireNonNull(model.begin(renews, name -> {})));
    }

    @Test
    void a_store_asks_for_its_password() throws Exception {
        open(WIDTH, HEIGHT);
        byte[] store = authority.pkcs12(authority.issue("CN=stored", "stored.example.com", 400), "hush");
        Path file = Files.write(folder.resolve("stored.p12"), store);
        ImportModel coming = begin("");
        onFx(() -> {
            coming.files(List.of(file));
            return true;
        });
        await(() -> coming.inspectionProperty().get() != null);
        assertThat(onFx(() -> coming.givenProperty().get().locked())).isTrue();
        assertThat(onFx(() -> violation(coming))).isEqualTo("/password");
        onFx(() -> {
            coming.passwordProperty().set("wrong");
            coming.passwordProperty().set("hush");
            return true;
        });
        await(() -> coming.whyProperty().get().isEmpty());
        onFx(() -> {
            coming.store();
            return true;
        });
        await(() -> draft().object(new ObjectKey("certificates", "stored.example.com")) != null);
        await(() -> isThere("stored.example.com", row -> row.facts() != null));
        assertThat(row("stored.example.com").subject()).isEqualTo("CN=stored");
    }

    private static String violation(ImportModel model) {
        return Objects.requireNonNull(model.inspectionProperty().get())
                .violations()
                .getFirst()
                .pointer();
    }

    @Test
    void an_import_that_is_closed_while_it_is_stored_leaves_nothing() throws Exception {
        ImportModel coming = begin("");
        X509Bundle issued = authority.issue("CN=brief", "brief.example.com", 400);
        onFx(() -> coming.paste(authority.chain(issued) + issued.getPrivateKeyPEM()));
        await(() -> coming.whyProperty().get().isEmpty());
        onFx(() -> {
            coming.store();
            coming.close();
            return true;
        });
        await(() -> !coming.storing().isRunning());
        assertThat(new Certificates(gateway.other()).secrets()).hasSize(4);
        assertThat(onFx(() -> draft().changes())).isEmpty();
    }

    @Test
    void what_is_half_stored_is_said_and_taken_back() throws Exception {
        open(WIDTH, HEIGHT);
        X509Bundle issued = authority.issue("CN=large", "large.example.com", 400);
        ImportModel coming = begin("");
        // A chain that is larger than any secret may be, which only its writing finds out.
        String chain = issued.getCertificatePEM().replaceFirst("\n", "\n" + "\n".repeat(70_000));
        onFx(() -> coming.paste(chain + issued.getPrivateKeyPEM()));
        await(() -> coming.whyProperty().get().isEmpty());
        onFx(() -> {
            coming.store();
            return true;
        });
        await(() -> coming.halfProperty().get() != null);
        Storing.Outcome.Half half =
                onFx(() -> Objects.requireNonNull(coming.halfProperty().get()));
        assertThat(half.stored()).containsExactly("large.example.com-key");
        assertThat(half.failed()).isEqualTo("large.example.com-chain");
        assertThat(onFx(() -> draft().changes())).isEmpty();
        onFx(() -> {
            coming.close();
            return true;
        });
        await(() -> coming.halfProperty().get() == null);
        assertThat(new Certificates(gateway.other()).secrets()).hasSize(4);
    }
}
