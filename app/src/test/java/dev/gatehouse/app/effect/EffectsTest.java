package dev.gatehouse.app.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.RealGateway;
import dev.gatehouse.app.draft.ObjectChange;
import dev.gatehouse.app.draft.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final String PRODUCTS =
            "{match: {path: /shop/products, methods: [GET]}, forward: {upstream: catalog}}";

    @Test
    void a_share_of_the_calls_goes_elsewhere() {
        assertThat(route(
                        PRODUCTS,
                        PRODUCTS.replace(
                                "{upstream: catalog}",
                                "{split: [{upstream: catalog, weight: 95}, {upstream: catalog-next, weight: 5}]}")))
                .containsExactly("GET /shop/products now answers from catalog-next for 5 % of calls.");
    }

    @Test
    void a_canary_is_for_those_who_ask_for_it_and_clients_stay_where_they_are() {
        String split = "{split: [{upstream: catalog}, {upstream: catalog-next, weight: 0}]}";
        String canary =
                split.replace("weight: 0", "weight: 0, when: {headers: {x-canary: always}, cookies: {beta: '1'}}");
        String old = PRODUCTS.replace("{upstream: catalog}", split);
        String now = PRODUCTS.replace("{upstream: catalog}", canary);
        assertThat(route(old, now))
                .containsExactly("GET /shop/products with x-canary: always, the cookie beta=1 now goes to catalog-next,"
                        + " whatever the weights.");
        assertThat(route(now, old))
                .containsExactly("GET /shop/products with x-canary: always, the cookie beta=1 no longer goes to"
                        + " catalog-next for that.");
        String sticky = old.replace("weight: 0}]", "weight: 0}], sticky: {by: header, name: x-user}");
        assertThat(route(old, sticky))
                .containsExactly(
                        "GET /shop/products now keeps each client with its part of the split, by the header x-user.");
        assertThat(route(sticky, old))
                .containsExactly("GET /shop/products no longer keeps clients with their part of the split.");
    }

    @Test
    void destinations_change() {
        assertThat(route(PRODUCTS, PRODUCTS.replace("catalog", "goods")))
                .containsExactly("GET /shop/products now answers from goods instead of catalog.");
        assertThat(route(PRODUCTS, PRODUCTS.replace("{upstream: catalog}", "{respond: {status: 503}}")))
                .containsExactly(
                        "GET /shop/products now goes no further: the gateway answers with 503, before to catalog.");
        assertThat(route(null, PRODUCTS)).containsExactly("GET /shop/products now goes to catalog.");
        assertThat(route(PRODUCTS, null))
                .containsExactly("it no longer takes GET /shop/products; unless another route does, callers get 404.");
    }

    @Test
    void what_a_route_takes_changes() {
        assertThat(route(PRODUCTS, PRODUCTS.replace("/shop/products", "/goods")))
                .containsExactly("it now takes GET /goods instead of GET /shop/products.");
        assertThat(route(PRODUCTS, PRODUCTS.replace("methods: [GET]", "methods: [GET], headers: {x-beta: '1'}")))
                .containsExactly("it takes GET /shop/products under other conditions.");
    }

    @Test
    void steps_come_change_and_go() {
        String keyed = PRODUCTS.replace("forward", "policies: [{type: key-auth}], forward");
        assertThat(route(PRODUCTS, keyed)).containsExactly("GET /shop/products now goes through key-auth.");
        assertThat(route(keyed, keyed.replace("key-auth", "key-auth, in: query")))
                .containsExactly("GET /shop/products goes through key-auth with other settings.");
        assertThat(route(keyed, PRODUCTS)).containsExactly("GET /shop/products no longer goes through key-auth.");
    }

    @Test
    void words_about_an_object_and_unknown_fields() {
        assertThat(route(PRODUCTS, PRODUCTS.replace("{match", "{title: Products, match")))
                .containsExactly("Only words about it change; for callers nothing does.");
        assertThat(route(PRODUCTS, PRODUCTS.replace("{match", "{fromTomorrow: 1, match")))
                .containsExactly("routes/it: settings that change: 1.");
    }

    @Test
    void an_upstream_that_begins_or_ceases_to_find_its_targets() {
        String named = "{targets: [{address: 'a:1'}]}";
        String finding = "{targets: [{address: 'a:1'}], discovery: {dns: 'orders.internal:80'}}";
        assertThat(of("upstreams", named, finding))
                .containsExactly("it finds targets by dns orders.internal:80; they come and go without a revision.");
        assertThat(of("upstreams", finding, named))
                .containsExactly("Targets that it has found go; only those of the configuration stay.");
        assertThat(of("upstreams", finding, "{targets: [{address: 'a:1'}], discovery: {file: /t.yaml}}"))
                .containsExactly("it finds targets by file /t.yaml; they come and go without a revision.");
    }

    @Test
    void targets_and_time_outs_of_an_upstream() {
        String two = "{targets: [{address: 'a:1'}, {address: 'b:1'}]}";
        assertThat(of("upstreams", two, "{targets: [{address: 'a:1'}, {address: 'b:1', weight: 3}]}"))
                .containsExactly("b:1 takes 75 % of the calls to it, before 50 %.");
        assertThat(of("upstreams", two, "{targets: [{address: 'a:1'}, {address: 'b:1', weight: 0}]}"))
                .containsExactly("b:1 takes no new calls to it; those in flight finish.");
        assertThat(of("upstreams", two, "{targets: [{address: 'a:1'}], timeouts: {response: 5s}}"))
                .containsExactly(
                        "b:1 takes no more calls to it; targets that are left: 1.",
                        "A call to it is answered 504 after 5s without a response, before 15s.");
    }

    @Test
    void a_listener_moves_and_limits_change() {
        assertThat(of("listeners", "{port: 8080}", "{port: 9090, limits: {body: 1MiB}}"))
                .containsExactly(
                        "Clients connect to 0.0.0.0:9090 instead of 0.0.0.0:8080; the old port closes.",
                        "it has other limits for what clients may send.");
        assertThat(of("listeners", "{port: 8080, limits: {body: 2MiB}}", "{port: 8080, limits: {body: 1MiB}}"))
                .containsExactly("it allows clients body 1MiB, before 2MiB.");
    }

    private static final Surroundings SHOP = new Surroundings(
            RealGateway.yaml("{listeners: {public: {tls: {certificates: [it]}}}}"),
            name -> name.equals("gone") ? null : new Surroundings.Holder(List.of("shop.example.com"), "3 Feb 2027"));

    @Test
    void who_gets_which_certificate() {
        assertThat(of(
                        "listeners",
                        "{port: 8443, tls: {certificates: [shop]}}",
                        "{port: 8443, tls: {certificates: [shop-2027]}}",
                        SHOP))
                .containsExactly(
                        "Clients of shop.example.com get the certificate shop-2027 (until 3 Feb 2027).",
                        "Clients of it no longer get the certificate shop.");
        assertThat(of("certificates", null, "{chain: {secret: a}, key: {secret: b}}", SHOP))
                .containsExactly("Clients of shop.example.com get the certificate it (until 3 Feb 2027).");
        assertThat(of("certificates", null, "{chain: {secret: a}, key: {secret: b}}"))
                .containsExactly("Nobody gets the certificate it before a listener serves it.");
        assertThat(of("certificates", "{chain: {secret: a}}", null))
                .containsExactly("Nobody gets the certificate it any more; its secrets stay.");
    }

    @Test
    void a_listener_begins_and_ends_to_speak_tls() {
        String plain = "{port: 8443}";
        String tls = "{port: 8443, tls: {certificates: [gone], clients: required, clientAuthorities: {secret: ca},"
                + " minimum: tls1.3, hsts: {maxAge: 30d}}}";
        assertThat(of("listeners", plain, tls, SHOP))
                .containsExactly(
                        "Clients of it come by https only; plain http is answered 400.",
                        "Clients get the certificate gone where it is for the host that they ask for.",
                        "Clients of it need TLS 1.3 or newer.",
                        "Clients of it need a certificate of an authority that is believed; others get no connection.",
                        "Browsers that come to it keep to https for 30d from then on.");
        assertThat(of("listeners", tls, plain, SHOP))
                .containsExactly("Clients of it come by plain http: nothing between them and the gateway is encrypted"
                        + " any more.");
    }

    @Test
    void calls_to_an_upstream_are_encrypted_or_not_verified() {
        String targets = "targets: [{address: 'a:1'}]";
        assertThat(of("upstreams", "{" + targets + "}", "{" + targets + ", tls: {certificate: own}}"))
                .containsExactly(
                        "Calls to it are encrypted, and its targets must prove who they are.",
                        "Targets of it that ask for one are shown the certificate own.");
        assertThat(of("upstreams", "{" + targets + ", tls: {}}", "{" + targets + ", tls: {verify: false}}"))
                .containsExactly("Nobody checks who the targets of it are: anyone in between can read and change"
                        + " everything.");
    }

    private static List<String> route(@Nullable String before, @Nullable String after) {
        return of("routes", before, after);
    }

    private static List<String> of(String kind, @Nullable String before, @Nullable String after) {
        return of(kind, before, after, Surroundings.UNKNOWN);
    }

    private static List<String> of(String kind, @Nullable String before, @Nullable String after, Surroundings around) {
        ObjectKey key = new ObjectKey(kind, "it");
        ObjectNode old = before == null ? null : (ObjectNode) RealGateway.yaml(before);
        ObjectNode now = after == null ? null : (ObjectNode) RealGateway.yaml(after);
        return Effects.of(new ObjectChange(ObjectChange.Op.CHANGED, key, key, old, now), around);
    }
}
