package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final String BASE = """
        listeners: {public: {port: 8080}}
        upstreams:
          catalog:
            targets: [{address: "a:1"}, {address: "b:1"}, {address: "c:1", weight: 2}]
          orders: {targets: [{address: "o:1"}]}
        routes:
          products: {match: {path: /p, methods: [GET]}, forward: {upstream: catalog}}
        """;

    @Test
    void what_means_the_same_does_not_differ() {
        assertThat(diff(BASE, """
            routes:
              products: {priority: 0, forward: {upstream: catalog}, match: {methods: [GET], path: /p}, labels: {}}
            upstreams:
              orders: {targets: [{address: "o:1", weight: 1}], timeouts: {connect: 2000ms, idle: 1m}}
              catalog:
                targets: [{address: "a:1"}, {address: "b:1", weight: 1}, {weight: 2, address: "c:1"}]
                balancer: {type: round-robin}
            listeners: {public: {port: 8080, limits: {body: 102400KiB, headerSize: 32KiB}}}
            gatehouse: 1
            """)).isEmpty();
    }

    @Test
    void objects_come_and_go() {
        assertThat(diff(
                        BASE,
                        BASE.replace(
                                "  orders: {targets: [{address: \"o:1\"}]}", "  pay: {targets: [{address: \"p:1\"}]}")))
                .containsExactly(
                        "ADD upstream pay '' null -> {\"targets\":[{\"address\":\"p:1\"}]}",
                        "REMOVE upstream orders '' {\"targets\":[{\"address\":\"o:1\"}]} -> null");
    }

    @Test
    void a_renamed_object_is_not_one_gone_and_one_come() {
        assertThat(diff(BASE, BASE.replace("catalog", "catalogue").replace("c:1", "c:1")))
                .containsExactly(
                        "RENAME upstream catalogue '' \"catalog\" -> \"catalogue\"",
                        "CHANGE route products '/forward/upstream' \"catalog\" -> \"catalogue\"");
    }

    @Test
    void fields_are_told_with_the_defaults_that_held() {
        assertThat(diff(BASE, """
            listeners: {public: {port: 8081, limits: {body: 1MiB}}}
            upstreams:
              catalog:
                title: The catalogue
                targets: [{address: "a:1"}, {address: "b:1"}, {address: "c:1", weight: 2}]
                timeouts: {response: 5s}
              orders: {targets: [{address: "o:1"}], labels: {team: shop, "a/b": x}}
            routes:
              products: {match: {path: /p, methods: [GET, HEAD]}, priority: 3, forward: {upstream: catalog, path: /x}}
            """))
                .containsExactly(
                        "CHANGE listener public '/port' 8080 -> 8081",
                        "CHANGE listener public '/limits/body' \"100MiB\" -> \"1MiB\"",
                        "CHANGE upstream catalog '/title' null -> \"The catalogue\"",
                        "CHANGE upstream catalog '/timeouts/response' \"15s\" -> \"5s\"",
                        "CHANGE upstream orders '/labels/team' null -> \"shop\"",
                        "CHANGE upstream orders '/labels/a~1b' null -> \"x\"",
                        "CHANGE route products '/match/methods' [\"GET\"] -> [\"GET\",\"HEAD\"]",
                        "CHANGE route products '/priority' 0 -> 3",
                        "CHANGE route products '/forward/path' null -> \"/x\"");
    }

    @Test
    void items_of_a_list_are_told_one_by_one_while_they_keep_their_order() {
        assertThat(diff(
                        BASE,
                        BASE.replace(
                                "{address: \"b:1\"}, {address: \"c:1\", weight: 2}",
                                "{address: \"c:1\"}, {address: \"d:1\"}")))
                .containsExactly(
                        "CHANGE upstream catalog '/targets/1' {\"address\":\"b:1\"} -> null",
                        "CHANGE upstream catalog '/targets/1/weight' 2 -> 1",
                        "CHANGE upstream catalog '/targets/2' null -> {\"address\":\"d:1\"}");
        assertThat(diff(
                        BASE,
                        BASE.replace(
                                "{address: \"a:1\"}, {address: \"b:1\"}", "{address: \"b:1\"}, {address: \"a:1\"}")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("CHANGE upstream catalog '/targets' [");
    }

    @Test
    void another_kind_of_destination_is_one_change() {
        assertThat(diff(BASE, BASE.replace("{upstream: catalog}", "{redirect: {location: /x}}")))
                .containsExactly("CHANGE route products '/forward' {\"upstream\":\"catalog\"} ->"
                        + " {\"redirect\":{\"location\":\"/x\"}}");
    }

    @Test
    void defaults_of_destinations_show_with_a_catalogue() {
        String redirect = BASE.replace("{upstream: catalog}", "{redirect: {location: /x}}");

        assertThat(diff(redirect, redirect.replace("location: /x", "location: /x, status: 302")))
                .containsExactly("CHANGE route products '/forward/redirect/status' 308 -> 302");
    }

    @Test
    void applying_nothing_changes_nothing_and_every_change_shows() {
        RandomConfigurations documents = new RandomConfigurations(3);
        for (int i = 0; i < 300; i++) {
            var before = Canonical.tree(Documents.good(documents.next().toString()));
            var after = Canonical.tree(Documents.good(documents.next().toString()));

            assertThat(Diff.between(before, before.deepCopy())).isEmpty();
            assertThat(Diff.between(before, after).isEmpty())
                    .isEqualTo(Canonical.hash(before).equals(Canonical.hash(after)));
        }
    }

    private static List<String> diff(String before, String after) {
        return Diff.between(
                        Canonical.tree(Documents.good(before)),
                        Canonical.tree(Documents.good(after)),
                        Documents.CATALOGUE)
                .stream()
                .map(c -> "%s %s %s '%s' %s -> %s"
                        .formatted(c.op(), c.kind(), c.name(), c.pointer(), c.before(), c.after()))
                .toList();
    }
}
