package dev.gatehouse.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.gatehouse.engine.model.Match;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final RouteTable.Builder<String> builder =
            new RouteTable.Builder<>(List.of("public", "inside"), List.of("public"));
    private final Routing<String> routing = new Routing<>();

    private static Match on(String path) {
        return new Match(List.of(), List.of(), path, List.of(), Map.of(), Map.of(), null);
    }

    private static Match on(String path, List<String> methods, Map<String, String> headers) {
        return new Match(List.of(), List.of(), path, methods, headers, Map.of(), null);
    }

    private static Match at(String host, String path) {
        return new Match(List.of(), List.of(host), path, List.of(), Map.of(), Map.of(), null);
    }

    private void route(String name, Match match) {
        builder.add(name, match, 0, null, name);
    }

    private @Nullable String found(TestHead head) {
        builder.build().find(head, routing);
        return routing.value();
    }

    @Test
    void a_static_segment_goes_before_a_parameter_and_a_parameter_before_the_rest() {
        route("rest", on("/shop/**"));
        route("parameter", on("/shop/{id}"));
        route("static", on("/shop/new"));
        assertThat(found(TestHead.get("/shop/new"))).isEqualTo("static");
        assertThat(found(TestHead.get("/shop/7"))).isEqualTo("parameter");
        assertThat(found(TestHead.get("/shop/7/x"))).isEqualTo("rest");
    }

    @Test
    void the_search_steps_back_when_a_later_segment_fails() {
        route("wide", on("/{a}/{b}/end"));
        route("narrow", on("/shop/{b}/stop"));
        assertThat(found(TestHead.get("/shop/7/end"))).isEqualTo("wide");
        assertThat(routing.parameters()).containsExactly(Map.entry("a", "shop"), Map.entry("b", "7"));
    }

    @Test
    void the_search_steps_back_when_a_predicate_fails() {
        route("mobile", on("/shop/new", List.of(), Map.of("x-channel", "mobile")));
        route("all", on("/shop/{id}"));
        assertThat(found(TestHead.get("/shop/new"))).isEqualTo("all");
        assertThat(found(TestHead.get("/shop/new").header("X-Channel", "mobile")))
                .isEqualTo("mobile");
    }

    @Test
    void the_rest_takes_the_path_before_it_too_and_says_what_it_took() {
        route("rest", on("/a/**"));
        assertThat(found(TestHead.get("/a"))).isEqualTo("rest");
        assertThat(routing.remainder()).isEmpty();
        assertThat(found(TestHead.get("/a/"))).isEqualTo("rest");
        assertThat(routing.remainder()).isEqualTo("/");
        assertThat(found(TestHead.get("/a/b/c"))).isEqualTo("rest");
        assertThat(routing.remainder()).isEqualTo("/b/c");
        assertThat(found(TestHead.get("/ab"))).isNull();
    }

    @Test
    void a_slash_at_the_end_and_case_count() {
        route("a", on("/a"));
        assertThat(found(TestHead.get("/a/"))).isNull();
        assertThat(found(TestHead.get("/A"))).isNull();
        assertThat(found(TestHead.get("/a"))).isEqualTo("a");
    }

    @Test
    void a_parameter_is_never_empty() {
        route("p", on("/a/{id}"));
        assertThat(found(TestHead.get("/a/"))).isNull();
    }

    @Test
    void an_exact_host_goes_before_the_longest_suffix_and_that_before_any_host() {
        route("any", on("/x"));
        route("short", at("*.org", "/x"));
        route("long", at("*.example.org", "/x"));
        route("exact", at("API.example.org", "/x"));
        assertThat(found(TestHead.get("/x").host("api.example.org"))).isEqualTo("exact");
        assertThat(found(TestHead.get("/x").host("a.b.example.org"))).isEqualTo("long");
        assertThat(found(TestHead.get("/x").host("example.org"))).isEqualTo("short");
        assertThat(found(TestHead.get("/x").host("example.com"))).isEqualTo("any");
    }

    @Test
    void a_host_whose_paths_do_not_match_leaves_the_request_to_wider_hosts() {
        route("exact", at("api.example.com", "/x"));
        route("any", on("/y"));
        assertThat(found(TestHead.get("/y"))).isEqualTo("any");
    }

    @Test
    void priority_goes_before_method_and_headers_but_after_the_path() {
        builder.add("low", on("/x", List.of("GET"), Map.of("a", "1")), 0, null, "low");
        builder.add("high", on("/x"), 5, null, "high");
        builder.add("wide", on("/**"), 9, null, "wide");
        assertThat(found(TestHead.get("/x").header("a", "1"))).isEqualTo("high");
    }

    @Test
    void a_known_path_with_another_method_names_the_allowed_ones() {
        route("read", on("/x", List.of("GET", "HEAD"), Map.of()));
        route("write", on("/x", List.of("PUT"), Map.of()));
        assertThat(found(TestHead.get("/x").method("POST"))).isNull();
        assertThat(routing.allow()).isEqualTo("GET, HEAD, PUT");
    }

    @Test
    void a_path_known_only_with_a_header_that_is_missing_is_not_found() {
        route("read", on("/x", List.of("GET"), Map.of("a", "1")));
        assertThat(found(TestHead.get("/x").method("POST"))).isNull();
        assertThat(routing.allow()).isNull();
    }

    @Test
    void a_route_without_listeners_is_served_by_edge_listeners_only() {
        route("edge", on("/x"));
        builder.add(
                "inner",
                new Match(List.of("inside"), List.of(), "/y", List.of(), Map.of(), Map.of(), null),
                0,
                null,
                "inner");
        assertThat(found(TestHead.get("/x").listener("inside"))).isNull();
        assertThat(found(TestHead.get("/y").listener("inside"))).isEqualTo("inner");
        assertThat(found(TestHead.get("/y"))).isNull();
    }

    @Test
    void a_query_parameter_is_compared_decoded() {
        builder.add(
                "q",
                new Match(List.of(), List.of(), "/x", List.of(), Map.of(), Map.of("name", "a b"), null),
                0,
                null,
                "q");
        assertThat(found(TestHead.get("/x").query("z=1&name=a+b"))).isEqualTo("q");
        assertThat(found(TestHead.get("/x").query("name=a%20b"))).isEqualTo("q");
        assertThat(found(TestHead.get("/x").query("name=ab"))).isNull();
        assertThat(found(TestHead.get("/x").query(""))).isNull();
    }

    @Test
    void an_expression_decides_and_one_that_fails_does_not_hold() throws Exception {
        Condition when = new Expressions().compile("request.headers['x-beta'] == '1' && request.path.startsWith('/x')");
        builder.add("beta", new Match(List.of(), List.of(), "/x", List.of(), Map.of(), Map.of(), "…"), 0, when, "beta");
        route("all", on("/x"));
        assertThat(found(TestHead.get("/x").header("X-Beta", "1"))).isEqualTo("beta");
        assertThat(found(TestHead.get("/x"))).isEqualTo("all");
    }

    @Test
    void a_wrong_expression_says_where_and_why() {
        assertThatThrownBy(() -> new Expressions().compile("request.metod == 'GET'"))
                .isInstanceOf(Expressions.Invalid.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("request");
        assertThatThrownBy(() -> new Expressions().compile("request.method")).hasMessageContaining("bool");
    }

    @Test
    void a_template_carries_parameters_and_the_rest() {
        route("r", on("/shop/{a}/{b}/**"));
        found(TestHead.get("/shop/1/2/x/y"));
        assertThat(PathTemplate.of("/{b}-{a}/z/**", "/shop/{a}/{b}/**").expand(routing))
                .isEqualTo("/2-1/z/x/y");
        found(TestHead.get("/shop/1/2"));
        assertThat(PathTemplate.of("/**", "/shop/{a}/{b}/**").expand(routing)).isEqualTo("/");
    }

    @Test
    void a_template_may_only_use_what_the_path_gives() {
        assertThatThrownBy(() -> PathTemplate.of("/{c}", "/{a}"))
                .hasMessageContaining("{c}")
                .hasMessageContaining("[a]");
        assertThatThrownBy(() -> PathTemplate.of("/x/**", "/{a}")).hasMessageContaining("/**");
    }

    @Test
    void a_route_that_another_hides_wholly_is_unreachable() {
        builder.add("all", on("/x"), 1, null, "all");
        route("get", on("/x", List.of("GET"), Map.of()));
        assertThat(builder.build().conflicts())
                .extracting(Conflict::kind, Conflict::route, Conflict::other)
                .containsExactly(tuple(Conflict.Kind.UNREACHABLE, "get", "all"));
    }

    @Test
    void a_route_that_is_hidden_at_one_of_its_hosts_only_is_reachable() {
        builder.add("all", at("a.example.com", "/x"), 1, null, "all");
        builder.add(
                "both",
                new Match(
                        List.of(),
                        List.of("a.example.com", "b.example.com"),
                        "/x",
                        List.of(),
                        Map.of(),
                        Map.of(),
                        null),
                0,
                null,
                "both");
        assertThat(builder.build().conflicts()).isEmpty();
    }

    @Test
    void two_routes_that_only_their_names_order_are_named() {
        route("a", on("/x", List.of("GET", "PUT"), Map.of()));
        route("b", on("/x", List.of("PUT", "POST"), Map.of()));
        route("c", on("/x", List.of("DELETE"), Map.of()));
        assertThat(builder.build().conflicts())
                .extracting(Conflict::kind, Conflict::route, Conflict::other)
                .containsExactly(tuple(Conflict.Kind.UNORDERABLE, "b", "a"));
    }

    @Test
    void a_request_that_nothing_takes_is_told_the_nearest_routes() {
        route("products", on("/shop/products/{id}", List.of("GET"), Map.of("x-channel", "mobile")));
        route("orders", at("orders.example.com", "/shop/prodcts/7"));
        route("health", on("/health"));
        RouteTable<String> table = builder.build();
        assertThat(table.misses(TestHead.get("/shop/products/7"), 1))
                .containsExactly(new Miss("products", "header x-channel", "none", "mobile"));
        assertThat(table.misses(TestHead.get("/shop/prodcts/7"), 2))
                .containsExactly(
                        new Miss("orders", "host", "api.example.com", "orders.example.com"),
                        new Miss("products", "path", "/shop/prodcts/7", "/shop/products/{id}"));
    }

    @Test
    void a_route_whose_deeper_segments_have_moved_is_still_among_the_nearest() {
        route("product", on("/shop/items/{id}"));
        route("products", on("/shop/products"));
        route("hello", on("/hello"));
        assertThat(builder.build().misses(TestHead.get("/shop/products/7"), 5))
                .containsExactly(
                        new Miss("products", "path", "/shop/products/7", "/shop/products"),
                        new Miss("product", "path", "/shop/products/7", "/shop/items/{id}"));
    }

    @Test
    void the_search_for_the_nearest_goes_back_up_as_far_as_it_must() {
        route("product", on("/shop/eu/items/{id}"));
        for (int i = 0; i < 2_000; i++) {
            route("deep" + i, on("/shop/eu/{id}/parts/" + i, List.of("POST"), Map.of()));
        }
        RouteTable<String> table = builder.build();
        assertThat(table.misses(TestHead.get("/shop/us/items/7"), 5))
                .containsExactly(new Miss("product", "path", "/shop/us/items/7", "/shop/eu/items/{id}"));
        assertThat(table.misses(TestHead.get("/shop/eu/items/7/parts/x"), 5))
                .hasSizeLessThanOrEqualTo(5)
                .contains(new Miss("product", "path", "/shop/eu/items/7/parts/x", "/shop/eu/items/{id}"));
    }
}
