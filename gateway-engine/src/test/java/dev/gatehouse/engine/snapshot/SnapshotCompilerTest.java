package dev.gatehouse.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Bound;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotCompilerTest {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(), Destinations.BUILT_IN);
    private static final String HEAD = """
        gatehouse: 1
        listeners:
          public: {port: 8080}
        upstreams:
          catalog: {targets: [{address: "10.0.0.1:80"}, {address: "10.0.0.2:80"}]}
          orders: {targets: [{address: "10.0.0.3:80"}]}
        """;

    private final SnapshotCompiler compiler = new SnapshotCompiler(new Expressions());

    private Compiled compile(String yaml, @Nullable Snapshot previous) {
        Bound bound = Binder.bind(Document.parse(yaml, Format.YAML), CATALOGUE, Set.of());
        Configuration configuration = bound.configuration();
        assertThat(configuration).as("%s", bound.violations()).isNotNull();
        return compiler.compile(7, Objects.requireNonNull(configuration), previous);
    }

    private Snapshot good(String yaml, @Nullable Snapshot previous) {
        Compiled compiled = compile(yaml, previous);
        assertThat(compiled.violations()).isEmpty();
        return Objects.requireNonNull(compiled.snapshot());
    }

    private static String routes(String... lines) {
        return HEAD + "routes:\n  " + String.join("\n  ", lines) + "\n";
    }

    /** The one violation of a document, which gives no snapshot. */
    private Violation violation(String yaml) {
        Compiled compiled = compile(yaml, null);
        assertThat(compiled.snapshot()).isNull();
        assertThat(compiled.violations()).hasSize(1);
        return compiled.violations().getFirst();
    }

    private Warning warning(String yaml) {
        Compiled compiled = compile(yaml, null);
        assertThat(compiled.snapshot()).isNotNull();
        assertThat(compiled.warnings()).hasSize(1);
        return compiled.warnings().getFirst();
    }

    private static UpstreamState state(Snapshot snapshot, String upstream) {
        return snapshot.upstreams().stream()
                .filter(u -> u.name().equals(upstream))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void what_an_owner_means_by_a_short_name_is_its_own_before_the_gateways() {
        Bound bound = Binder.bind(Document.parse("""
            listeners:
              public: {port: 8080}
              private: {owner: acme, port: 8081}
            upstreams:
              catalog: {targets: [{address: "10.0.0.1:80"}]}
              acme/catalog: {owner: acme, targets: [{address: "10.0.0.2:80"}]}
              orders: {targets: [{address: "10.0.0.3:80"}]}
            routes:
              ours: {match: {path: /a}, forward: {upstream: catalog}}
              theirs: {owner: acme, match: {path: /b, listeners: [private]}, forward: {upstream: catalog}}
              shared: {owner: acme, match: {path: /c}, forward: {upstream: orders}}
              across: {match: {path: /d}, forward: {upstream: acme/catalog}}
            """, Format.YAML), CATALOGUE, Set.of("acme"));
        Snapshot snapshot =
                Objects.requireNonNull(compiler.compile(7, Objects.requireNonNull(bound.configuration()), null)
                        .snapshot());
        assertThat(snapshot.listeners()).containsOnlyKeys("public", "acme/private");
        assertThat(snapshot.routes().stream().map(route -> route.name() + " " + forwardOf(route)))
                .containsExactly(
                        "ours catalog", "acme/theirs acme/catalog", "acme/shared orders", "across acme/catalog");
    }

    private static String forwardOf(CompiledRoute route) {
        return ((Ending.Forward) route.ending()).share(0).name();
    }

    @Test
    void listeners_routes_and_upstreams_get_dense_numbers_in_the_documents_order() {
        Snapshot snapshot = good(
                routes(
                        "b: {match: {path: /b}, forward: {upstream: orders}}",
                        "a: {match: {path: /a}, forward: {upstream: catalog}}"),
                null);
        assertThat(snapshot.revision()).isEqualTo(7);
        assertThat(snapshot.listeners()).containsOnlyKeys("public");
        assertThat(snapshot.routes()).extracting(CompiledRoute::name).containsExactly("b", "a");
        assertThat(snapshot.routes()).extracting(CompiledRoute::index).containsExactly(0, 1);
        assertThat(snapshot.upstreams()).extracting(CompiledUpstream::name).containsExactly("catalog", "orders");
        assertThat(snapshot.upstreams()).extracting(CompiledUpstream::index).containsExactly(0, 1);
    }

    @Test
    void two_listeners_of_one_address_and_port_are_a_violation() {
        Violation violation = violation("""
            gatehouse: 1
            listeners:
              public: {address: 127.0.0.1, port: 8080}
              second: {address: 127.0.0.1, port: 8080}
            """);
        assertThat(violation.pointer()).isEqualTo("/listeners/second/port");
        assertThat(violation.message()).contains("public");
        assertThat(violation.hint()).isNotNull();
    }

    @Test
    void listeners_that_take_any_free_port_are_not_in_each_others_way() {
        assertThat(good("gatehouse: 1\nlisteners: {a: {port: 0}, b: {port: 0}}\n", null)
                        .listeners())
                .hasSize(2);
    }

    @Test
    void an_upstream_whose_targets_all_have_weight_0_is_a_warning() {
        Warning warning = warning("""
            gatehouse: 1
            upstreams:
              catalog: {targets: [{address: "10.0.0.1:80", weight: 0}]}
            """);
        assertThat(warning.pointer()).isEqualTo("/upstreams/catalog/targets");
        assertThat(warning.message()).contains("weight 0", "503");
    }

    @Test
    void a_fallback_is_another_upstream_with_the_same_path_or_a_response() {
        String yaml = """
            upstreams:
              a: {targets: [{address: "h:1"}], breaker: {fallback: %s}}
              b: {targets: [{address: "h:2"}]}
            """;
        assertThat(good(yaml.formatted("{upstream: b}"), null).upstreams()).hasSize(2);
        assertThat(good(yaml.formatted("{respond: {status: 503}}"), null).upstreams())
                .hasSize(2);
        assertThat(violation(yaml.formatted("{upstream: a}")).pointer())
                .isEqualTo("/upstreams/a/breaker/fallback/upstream");
        assertThat(violation(yaml.formatted("{upstream: b, path: /b}")).pointer())
                .isEqualTo("/upstreams/a/breaker/fallback/path");
        assertThat(violation(yaml.formatted("{redirect: {location: /b}}")).pointer())
                .isEqualTo("/upstreams/a/breaker/fallback");
    }

    @Test
    void a_wrong_expression_is_a_violation_that_says_where() {
        Violation violation = violation(
                routes("a: {match: {path: /a, when: \"request.colour == 'red'\"}, forward: {upstream: catalog}}"));
        assertThat(violation.pointer()).isEqualTo("/routes/a/match/when");
        assertThat(violation.message()).contains("line 1");
    }

    @Test
    void a_forward_path_uses_only_what_the_match_gives() {
        Violation parameter =
                violation(routes("a: {match: {path: \"/a/{id}\"}, forward: {upstream: catalog, path: \"/{name}\"}}"));
        assertThat(parameter.pointer()).isEqualTo("/routes/a/forward/path");
        assertThat(parameter.message()).contains("{name}", "id");
        Violation rest = violation(routes("a: {match: {path: /a}, forward: {upstream: catalog, path: /b/**}}"));
        assertThat(rest.pointer()).isEqualTo("/routes/a/forward/path");
    }

    @Test
    void the_paths_of_splits_and_redirects_are_checked_too() {
        assertThat(violation(routes("a: {match: {path: /a}, forward: {split: [{upstream: catalog, weight: 1},"
                                + " {upstream: orders, weight: 3}], path: \"/{x}\"}}"))
                        .pointer())
                .isEqualTo("/routes/a/forward/path");
        assertThat(violation(routes("a: {match: {path: /a}, forward: {redirect: {location: \"https://e.com/{x}\"}}}"))
                        .pointer())
                .isEqualTo("/routes/a/forward/redirect/location");
    }

    @Test
    void a_split_has_its_shares_as_growing_bounds() {
        Snapshot snapshot = good(
                routes("a: {match: {path: /a}, forward: {split: [{upstream: catalog, weight: 1}, {upstream: orders,"
                        + " weight: 3}]}}"),
                null);
        assertThat(snapshot.routes().getFirst().ending())
                .isInstanceOfSatisfying(
                        Ending.Forward.class,
                        forward -> assertThat(forward.bounds()).containsExactly(1, 4));
    }

    @Test
    void a_route_that_can_never_match_is_a_violation_that_names_the_other() {
        Violation violation = violation(routes(
                "wide: {match: {path: /a}, priority: 5, forward: {upstream: catalog}}",
                "narrow: {match: {path: /a, methods: [GET]}, forward: {upstream: catalog}}"));
        assertThat(violation.pointer()).isEqualTo("/routes/narrow/match");
        assertThat(violation.message()).contains("wide");
        assertThat(violation.hint()).contains("priority");
    }

    @Test
    void routes_that_only_their_names_order_are_a_warning() {
        Warning warning = warning(routes(
                "a: {match: {path: /a, headers: {x: \"1\"}}, forward: {upstream: catalog}}",
                "b: {match: {path: /a, headers: {y: \"1\"}}, forward: {upstream: catalog}}"));
        assertThat(warning.pointer()).isEqualTo("/routes/b/match");
        assertThat(warning.message()).contains(" a ", "priority");
    }

    @Test
    void every_violation_is_found_at_once() {
        assertThat(compile(
                                routes(
                                        "a: {match: {path: /a, when: \"1\"}, forward: {upstream: catalog}}",
                                        "b: {match: {path: /b}, forward: {upstream: catalog, path: \"/{x}\"}}"),
                                null)
                        .violations())
                .extracting(Violation::pointer)
                .containsExactly("/routes/a/match/when", "/routes/b/forward/path");
    }

    @Test
    void an_upstream_that_stays_the_same_keeps_its_state() {
        Snapshot before = good(HEAD, null);
        Snapshot after =
                good(HEAD.replace("orders: {", "orders: {title: Orders, description: \"where orders go\", "), before);
        assertThat(state(after, "catalog")).isSameAs(state(before, "catalog"));
        assertThat(state(after, "orders")).as("words do not count").isSameAs(state(before, "orders"));
    }

    @Test
    void an_upstream_that_works_otherwise_begins_anew() {
        Snapshot before = good(HEAD, null);
        for (String change : List.of(
                "targets: [{address: \"10.0.0.3:81\"}]",
                "targets: [{address: \"10.0.0.3:80\", weight: 2}]",
                "targets: [{address: \"10.0.0.3:80\"}], balancer: {type: least-requests}",
                "targets: [{address: \"10.0.0.3:80\"}], timeouts: {response: 3s}",
                "targets: [{address: \"10.0.0.3:80\"}], pool: {connections: 9}")) {
            Snapshot after = good(HEAD.replace("targets: [{address: \"10.0.0.3:80\"}]", change), before);
            assertThat(state(after, "orders")).as(change).isNotSameAs(state(before, "orders"));
            assertThat(state(after, "catalog")).as(change).isSameAs(state(before, "catalog"));
        }
    }

    @Test
    void an_upstream_of_another_name_begins_anew() {
        Snapshot before = good(HEAD, null);
        Snapshot after = good(HEAD.replace("orders:", "sales:"), before);
        assertThat(state(after, "sales")).isNotSameAs(state(before, "orders"));
    }
}
