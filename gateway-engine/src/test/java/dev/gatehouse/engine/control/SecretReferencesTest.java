package dev.gatehouse.engine.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.exchange.Policy;
import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.exchange.StepHandler;
import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.SecretRef;
import dev.gatehouse.engine.model.Setting;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No kind of object has a secret yet, so a policy of this test does. */
class SecretReferencesTest {
    private static final String VALUE = "hush-7f3a";

    @Declaration(type = "sign", title = "Sign", help = "Signs requests.")
    record Sign(
            @Setting(title = "Key", help = "Signs with it.") SecretRef key) implements Policy {
        @Override
        public String label() {
            return "sign";
        }

        @Override
        public StepHandler open(SecretValues secrets) throws SecretMissing {
            return new Signing(secrets.value(key));
        }
    }

    record Signing(String value) implements StepHandler {}

    @TempDir
    private Path directory;

    private final FakeDataPath dataPath = new FakeDataPath();
    private final Map<String, String> environment = new HashMap<>();
    private Store store;
    private Secrets secrets;
    private Control control;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(directory);
        InstantSource clock = InstantSource.system();
        secrets = new Secrets(store, new MasterKey(new byte[32]), clock);
        SecretResolver resolver = new SecretResolver(secrets, environment::get);
        Checker checker = new Checker(
                Catalogue.of(List.of(Sign.class), Destinations.BUILT_IN),
                new SnapshotCompiler(new Expressions(), resolver),
                Set::of,
                resolver);
        control = Control.start(
                new History(store, clock),
                checker,
                dataPath,
                null,
                Document.parse("gatehouse: 1\nlisteners: {public: {port: 8080}}\n", Format.YAML));
    }

    @AfterEach
    void close() {
        control.close();
        store.close();
    }

    @Test
    void a_policy_gets_the_value_from_the_store_the_environment_or_a_file() throws Exception {
        secrets.put("signing", VALUE, "admin");
        apply("{secret: signing}");
        assertThat(used()).isEqualTo(VALUE);
        environment.put("SIGNING", "from-outside");
        apply("{env: SIGNING}");
        assertThat(used()).isEqualTo("from-outside");
        Path file = Files.writeString(directory.resolve("signing"), "from-a-file\n");
        apply("{file: \"" + file + "\"}");
        assertThat(used()).isEqualTo("from-a-file");
    }

    private String used() {
        var step = requireNonNull(dataPath.served).routes().getFirst().chain().getFirst();
        return ((Signing) step.handler()).value();
    }

    @Test
    void what_cannot_be_had_is_a_violation_with_a_sentence() throws Exception {
        secrets.put("signing", VALUE, "admin");
        Violation near = violation("{secret: singing}");
        assertThat(near.pointer()).isEqualTo("/routes/signed/policies/0/key/secret");
        assertThat(near.message()).isEqualTo("There is no secret 'singing'.");
        assertThat(near.hint()).isEqualTo("Did you mean 'signing'?");
        assertThat(near.line()).isEqualTo(3);
        Violation unset = violation("{env: SIGNING}");
        assertThat(unset.pointer()).isEqualTo("/routes/signed/policies/0/key");
        assertThat(unset.message()).isEqualTo("The environment variable SIGNING is not set for the gateway.");
        Path file = directory.resolve("signing");
        String key = "{file: \"" + file + "\"}";
        assertThat(violation(key).message()).contains("There is no file").contains(file.toString());
        Files.writeString(file, "\n");
        assertThat(violation(key).message()).contains("is empty");
        Files.writeString(file, "x".repeat(SecretResolver.LARGEST + 1));
        assertThat(violation(key).message()).contains("larger than 64 KiB");
        Files.write(file, new byte[] {(byte) 0xff});
        assertThat(violation(key).message()).contains("not UTF-8");
        assertThat(violation("{file: signing}").message()).contains("whole path");
        assertThat(violation("{file: \"" + directory + "\"}").message()).contains("is no file");
        assertThat(control.active().number()).isEqualTo(1);
    }

    @Test
    void a_literal_is_refused_and_told_to_nobody() {
        Refused.Invalid refused = catchThrowableOfType(Refused.Invalid.class, () -> apply(VALUE));
        assertThat(refused.violations().getFirst().hint()).contains("{secret: name}");
        assertThat(refused.violations().toString()).doesNotContain(VALUE);
        assertThat(requireNonNull(control.lastFailure()).toString()).doesNotContain(VALUE);
        assertThat(control.validate(document(VALUE)).toString()).doesNotContain(VALUE);
    }

    @Test
    void a_value_is_in_no_revision_diff_or_audit() throws Exception {
        secrets.put("signing", VALUE, "admin");
        int number = apply("{secret: signing}").revision();
        assertThat(control.document(number).toString()).contains("signing").doesNotContain(VALUE);
        assertThat(control.diff(1, number).toString()).doesNotContain(VALUE);
        assertThat(control.snapshot().configuration().toString()).doesNotContain(VALUE);
        assertThat(new Audit(store).below(null, 10).toString())
                .contains("signing")
                .doesNotContain(VALUE);
    }

    @Test
    void a_secret_in_use_is_not_removed() throws Exception {
        secrets.put("signing", VALUE, "admin");
        apply("{secret: signing}");
        assertThatThrownBy(() -> control.removeSecret(secrets, "signing", "admin"))
                .isInstanceOf(Refused.Unfit.class)
                .hasMessageContaining("in use by routes/signed");
        Change without = new Change.Replace(
                Document.parse("gatehouse: 1\nlisteners: {public: {port: 8080}}\n", Format.YAML), Format.YAML);
        control.apply(write(without, Duration.ofHours(1)));
        assertThatThrownBy(() -> control.removeSecret(secrets, "signing", "admin"))
                .as("the configuration to go back to still needs it")
                .isInstanceOf(Refused.Unfit.class);
        control.confirm(control.active().number(), "admin");
        assertThat(control.removeSecret(secrets, "signing", "admin")).isTrue();
        assertThat(control.removeSecret(secrets, "signing", "admin")).isFalse();
    }

    private Violation violation(String key) {
        return catchThrowableOfType(Refused.Invalid.class, () -> apply(key))
                .violations()
                .getFirst();
    }

    private Applied apply(String key) throws Refused {
        return control.apply(write(new Change.Replace(document(key), Format.YAML), null));
    }

    private static Parsed document(String key) {
        return Document.parse("""
            gatehouse: 1
            listeners: {public: {port: 8080}}
            routes: {signed: {policies: [{type: sign, key: %s}], forward: {respond: {}}}}
            """.formatted(key), Format.YAML);
    }

    private static ConfigWrite write(Change change, @Nullable Duration confirm) {
        return new ConfigWrite(Target.DOCUMENT, change, Set.of("*"), Principal.gateway("admin"), null, false, confirm);
    }
}
