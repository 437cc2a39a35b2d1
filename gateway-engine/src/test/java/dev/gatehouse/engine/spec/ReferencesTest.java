package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    @Test
    void an_owner_means_its_own_objects_and_the_gateways() {
        assertThat(check("owner: acme", "catalog")).isEmpty();
        assertThat(check("owner: acme", "acme/catalog")).isEmpty();
        assertThat(check("owner: acme", "shared")).isEmpty();
        assertThat(check("owner: globex", "catalog")).isEmpty();
        assertThat(check("priority: 0", "acme/catalog")).isEmpty();
    }

    @Test
    void an_owner_cannot_reach_into_another() {
        assertThat(check("owner: acme", "globex/catalog"))
                .containsExactly(
                        "/routes/r/forward/upstream@7:70 There is no upstream 'globex/catalog' that 'acme' may use."
                                + " | Possible: catalog, shared.");
    }

    @Test
    void the_gateway_needs_the_full_name_of_what_a_tenant_owns() {
        assertThat(check("priority: 0", "catalog"))
                .containsExactly(
                        "/routes/r/forward/upstream@7:70 There is no upstream 'catalog'. | Write 'acme/catalog': it"
                                + " is a tenant's.");
    }

    @Test
    void a_name_with_an_owner_must_agree_with_the_object() {
        assertThat(Documents.violations("""
            upstreams:
              acme/a: {targets: [{address: "a:1"}]}
              acme/b: {owner: globex, targets: [{address: "a:1"}]}
            """))
                .containsExactly(
                        "/upstreams/acme~1a@2:3 The name says that the owner is 'acme', the object does not. | Add"
                                + " 'owner: acme', or leave the part before the slash out.",
                        "/upstreams/acme~1b@3:3 The name says that the owner is 'acme', the object does not. | Add"
                                + " 'owner: acme', or leave the part before the slash out.");
    }

    @Test
    void a_full_name_is_there_once() {
        assertThat(Documents.violations("""
            upstreams:
              acme/a: {owner: acme, targets: [{address: "a:1"}]}
              a: {owner: acme, targets: [{address: "a:1"}]}
            """))
                .containsExactly(
                        "/upstreams/a@3:3 There is already an object with the full name 'acme/a' in 'upstreams'. |"
                                + " Give one of them another name.");
    }

    @Test
    void a_broken_object_still_has_its_name() {
        assertThat(Documents.violations("""
            upstreams: {a: {targets: []}}
            routes: {r: {forward: {upstream: a}}}
            """)).hasSize(1).first().asString().startsWith("/upstreams/a@");
    }

    @Test
    void where_there_are_no_objects_the_hint_says_so() {
        assertThat(Documents.violations("routes: {r: {forward: {upstream: a}}}"))
                .containsExactly(
                        "/routes/r/forward/upstream@1:34 There is no upstream 'a'. | There are no upstreams at all.");
        assertThat(Binder.bind(
                                Document.parse("listeners: {a: {port: 1, owner: acme}}", Format.YAML),
                                Documents.CATALOGUE,
                                Set.of())
                        .violations())
                .extracting(Violation::message)
                .containsExactly("There is no tenant 'acme'.");
    }

    @Test
    void every_reference_of_a_list_is_checked() {
        assertThat(Documents.violations("""
            listeners: {public: {port: 1}, inside: {port: 2, role: inbound}}
            routes: {r: {match: {listeners: [public, outside, insied]}, forward: {respond: {}}}}
            """))
                .containsExactly(
                        "/routes/r/match/listeners/1@2:42 There is no listener 'outside'. | Possible: public, inside.",
                        "/routes/r/match/listeners/2@2:51 There is no listener 'insied'. | Did you mean 'inside'?");
    }

    private static List<String> check(String about, String upstream) {
        return Documents.violations("""
            listeners: {public: {port: 1}}
            upstreams:
              catalog: {owner: acme, targets: [{address: "a:1"}]}
              globex/catalog: {owner: globex, targets: [{address: "b:1"}]}
              shared: {targets: [{address: "c:1"}]}
            routes:
              r: {%s, match: {listeners: [public]}, forward: {upstream: %s}}
            """.formatted(about, upstream));
    }
}
