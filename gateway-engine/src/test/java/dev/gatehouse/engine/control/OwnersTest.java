package dev.gatehouse.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersTest {
    private static final String FIRST = """
        gatehouse: 1
        listeners:
          public: {port: 8080}
        routes:
          hello: {match: {path: /hello}, forward: {respond: {body: one}}}
          shop: {owner: acme, match: {path: /shop}, forward: {respond: {body: one}}}
          bank: {owner: globex, match: {path: /bank}, forward: {respond: {body: one}}}
        """;
    private static final Principal ACME = new Principal("anna", "acme");

    @TempDir
    private Path directory;

    private Store store;
    private Control control;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(directory);
        InstantSource clock = InstantSource.system();
        SecretResolver secrets = new SecretResolver(new Secrets(store, new MasterKey(new byte[32]), clock), _ -> null);
        Checker checker = new Checker(
                Catalogue.of(List.of(), Destinations.BUILT_IN),
                new SnapshotCompiler(new Expressions(), secrets),
                () -> Set.of("acme", "globex"),
                secrets);
        control = Control.start(
                new History(store, clock), checker, new FakeDataPath(), null, Document.parse(FIRST, Format.YAML));
    }

    @AfterEach
    void close() {
        control.close();
        store.close();
    }

    @Test
    void a_tenant_changes_adds_and_removes_what_is_its_own() throws Exception {
        assertThat(control.apply(patch(ACME, "{\"routes\": {\"shop\": {\"priority\": 7}}}"))
                        .revision())
                .isEqualTo(2);
        control.apply(patch(
                ACME,
                "{\"routes\": {\"shop\": null, \"more\": {\"owner\": \"acme\","
                        + " \"match\": {\"path\": \"/more\"}, \"forward\": {\"respond\": {}}}}}"));
        assertThat(control.document(3).path("routes").properties()).hasSize(3);
        assertThat(control.active().author()).isEqualTo("anna");
    }

    @Test
    void a_tenant_touches_nothing_of_the_gateways_or_of_another_tenants() {
        for (String patch : List.of(
                "{\"routes\": {\"hello\": {\"priority\": 7}}}",
                "{\"routes\": {\"bank\": null}}",
                "{\"routes\": {\"bank\": {\"owner\": \"acme\"}}}",
                "{\"routes\": {\"shop\": {\"owner\": null}}}",
                "{\"routes\": {\"shop\": {\"owner\": \"globex\"}}}",
                "{\"listeners\": {\"more\": {\"port\": 8081}}}",
                "{\"routes\": {\"new\": {\"match\": {\"path\": \"/n\"}, \"forward\": {\"respond\": {}}}}}")) {
            for (boolean dryRun : new boolean[] {true, false}) {
                assertThatThrownBy(() -> control.apply(write(ACME, patch, dryRun)))
                        .as(patch)
                        .isInstanceOf(Refused.Forbidden.class)
                        .hasMessageContaining("acme");
            }
        }
        assertThat(control.active().number()).isEqualTo(1);
    }

    @Test
    void restoring_an_owners_objects_leaves_the_others_as_they_are() throws Exception {
        control.apply(patch(
                Principal.gateway("admin"),
                "{\"routes\": {\"shop\": {\"priority\": 7}, \"bank\": {\"priority\": 7}, \"hello\": null}}"));
        ConfigWrite how = write(ACME, "{}", false);
        assertThatThrownBy(() -> control.restore(1, Set.of(), null, how)).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> control.restore(1, Set.of("routes/bank"), "acme", how))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> control.restore(1, Set.of(), "nobody", how)).isInstanceOf(Refused.NotFound.class);
        control.restore(1, Set.of(), "acme", how);
        var routes = control.document(3).path("routes");
        assertThat(routes.path("shop").has("priority")).isFalse();
        assertThat(routes.path("bank").path("priority").asInt()).isEqualTo(7);
        assertThat(routes.has("hello")).isFalse();
        assertThat(control.active().message()).isEqualTo("Restore the objects of acme from revision 1");
    }

    private static ConfigWrite patch(Principal principal, String patch) throws Exception {
        return write(principal, patch, false);
    }

    private static ConfigWrite write(Principal principal, String patch, boolean dryRun) throws Exception {
        Change change = new Change.Merge(new JsonMapper().readTree(patch));
        return new ConfigWrite(Target.DOCUMENT, change, Set.of("*"), principal, null, dryRun, null);
    }
}
