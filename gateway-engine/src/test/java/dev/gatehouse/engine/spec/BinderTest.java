package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.destination.RespondDestination;
import dev.gatehouse.engine.destination.SplitDestination;
import dev.gatehouse.engine.destination.UpstreamDestination;
import dev.gatehouse.engine.model.Balancer;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Listener;
import dev.gatehouse.engine.model.Match;
import dev.gatehouse.engine.model.Role;
import dev.gatehouse.engine.model.Route;
import dev.gatehouse.engine.model.Upstream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BinderTest {
    @Test
    void a_document_becomes_records_with_defaults_filled_in() {
        Configuration configuration = Documents.good("""
            gatehouse: 1
            listeners:
              public: {port: 8080}
            upstreams:
              catalog:
                title: The catalogue
                labels: {team: shop}
                targets: [{address: "127.0.0.1:9101"}, {address: "[::1]:9102", weight: 3}]
                balancer: {type: least-requests}
                timeouts: {connect: 1m30s}
            routes:
              products:
                match: {hosts: [API.Example.com, "*.example.org"], path: "/shop/{id}", methods: [GET]}
                forward: {upstream: catalog, path: "/x/{id}"}
              canary:
                forward: {split: [{upstream: catalog, weight: 95}, {upstream: catalog, weight: 5}]}
            """);

        Listener listener = Documents.get(configuration.listeners(), "public");
        assertThat(listener.address()).isEqualTo("0.0.0.0");
        assertThat(listener.role()).isEqualTo(Role.EDGE);
        assertThat(listener.limits().headerCount()).isEqualTo(100);
        assertThat(listener.limits().headerSize().bytes()).isEqualTo(32 * 1024);
        Upstream upstream = Documents.get(configuration.upstreams(), "catalog");
        assertThat(upstream.about().title()).isEqualTo("The catalogue");
        assertThat(upstream.about().labels()).isEqualTo(Map.of("team", "shop"));
        assertThat(upstream.targets()).hasSize(2).last().hasFieldOrPropertyWithValue("weight", 3);
        assertThat(upstream.balancer().type()).isEqualTo(Balancer.Type.LEAST_REQUESTS);
        assertThat(upstream.timeouts().connect()).isEqualTo(Duration.ofSeconds(90));
        assertThat(upstream.timeouts().response()).isEqualTo(Duration.ofSeconds(15));
        Route products = Documents.get(configuration.routes(), "products");
        assertThat(products.match().hosts()).containsExactly("api.example.com", "*.example.org");
        assertThat(products.forward()).isEqualTo(new UpstreamDestination("catalog", null, "/x/{id}"));
        assertThat(Documents.get(configuration.routes(), "canary").match()).isEqualTo(Match.ANYTHING);
        assertThat(Documents.get(configuration.routes(), "canary").forward())
                .isInstanceOfSatisfying(
                        SplitDestination.class,
                        split -> assertThat(split.split()).hasSize(2));
    }

    @Test
    void the_first_example_is_good() throws Exception {
        Configuration configuration =
                Documents.good(Files.readString(RepositoryRoot.PATH.resolve("docs/examples/first.yaml")));

        assertThat(Documents.get(configuration.routes(), "hello").forward())
                .isInstanceOfSatisfying(
                        RespondDestination.class,
                        answer -> assertThat(answer.respond().status()).isEqualTo(200));
    }

    @Test
    void every_example_is_good() throws Exception {
        try (Stream<Path> examples = Files.list(RepositoryRoot.PATH.resolve("docs/examples"))) {
            for (Path example : examples.toList()) {
                assertThat(Documents.good(Files.readString(example)).routes())
                        .as(example.toString())
                        .isNotEmpty();
            }
        }
    }

    @Test
    void an_almost_empty_document_is_good() {
        assertThat(Documents.good("{}")).isEqualTo(Configuration.EMPTY);
        assertThat(Documents.good("gatehouse: 1")).isEqualTo(Configuration.EMPTY);
    }

    @Test
    void an_upstream_needs_targets_or_one_way_to_find_them() {
        assertThat(Documents.violations("""
            upstreams:
              a: {targets: []}
              b: {discovery: {}}
              c: {discovery: {dns: "c.internal:80", file: /c.yaml}}
              d: {discovery: {dns: "127.0.0.1:80"}}
              e: {discovery: {file: e.yaml}}
              f: {discovery: {srv: _http._tcp.f, servers: ["dns.internal:53"]}}
              g: {discovery: {dns: "g.internal:80", interval: 1m, longest: 5s}}
              h: {discovery: {file: /h.yaml, servers: ["127.0.0.1:53"]}}
              i: {discovery: {file: /i.yaml, addresses: ipv6}}
              j: {discovery: {file: /j.yaml}}
            """))
                .containsExactly(
                        "/upstreams/a@2:3 'a' is not possible: it needs 'targets', or a 'discovery' that finds them.",
                        "/upstreams/b/discovery@3:7 'discovery' is not possible: it needs exactly one of 'dns', 'srv'"
                                + " and 'file'.",
                        "/upstreams/c/discovery@4:7 'discovery' is not possible: it needs exactly one of 'dns', 'srv'"
                                + " and 'file'.",
                        "/upstreams/d/discovery@5:7 'discovery' is not possible: 127.0.0.1:80 is an address already,"
                                + " which belongs among the 'targets'.",
                        "/upstreams/e/discovery@6:7 'discovery' is not possible: the file has to be named by its whole"
                                + " path, from the root.",
                        "/upstreams/f/discovery@7:7 'discovery' is not possible: the name server dns.internal:53 has"
                                + " to be named by its IP address.",
                        "/upstreams/g/discovery@8:7 'discovery' is not possible: the 'interval' must not be longer"
                                + " than 'longest'.",
                        "/upstreams/h/discovery@9:7 'discovery' is not possible: a file has no 'servers' and no"
                                + " 'addresses': these are of DNS.",
                        "/upstreams/i/discovery@10:7 'discovery' is not possible: a file has no 'servers' and no"
                                + " 'addresses': these are of DNS.");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_with_place_and_hint() {
        assertThat(Documents.violations("""
            gatehouse: 2
            listners: {}
            listeners:
              Public:
                address: localhost
                port: "8080"
                role: egde
                trustedProxies: 10.0.0.0/8
            upstreams:
              catalog:
                targets: []
                timeouts: {connect: 5, response: 2 sec, idle: 1d}
                pool: {connections: 0, patience: yes}
              orders:
                targets: [{address: localhost}, {adress: "a:1", weight: true}]
            routes:
              a:
                match: {path: "shop//x", methods: [get], headers: {X-A: a, x-a: 5}, query: {preview: true}}
                forward: {upstream: catalgo}
              b: {}
              c: {forward: {upstraem: orders}}
              d: {forward: {upstream: orders, respond: {}}, policies: []}
              e: {forward: {redirect: {location: "ftp://x", status: 305}}}
              f: {forward: {respond: {status: 204, body: x}}, owner: amce}
              g:
            """))
                .containsExactly(
                        "/gatehouse@1:12 'gatehouse' must be 1, not 2.",
                        "/listners@2:1 There is no field 'listners' in 'gateway configuration'. | Did you mean"
                                + " 'listeners'?",
                        "/listeners/Public@4:3 The key 'Public' must be a name: a name is 1 to 63 of a-z, 0-9 and . _"
                                + " @ -, and starts with a letter or digit. | Write public.",
                        "/listeners/Public/address@5:14 'address' must be an IP address such as 0.0.0.0, 127.0.0.1 or"
                                + " ::, not 'localhost'. | Write 127.0.0.1.",
                        "/listeners/Public/port@6:11 'port' must be a whole number, not '8080'. | Write 8080 without"
                                + " quotes.",
                        "/listeners/Public/role@7:11 'role' must be one of edge, inbound, not 'egde'. | Did you mean"
                                + " 'edge'?",
                        "/listeners/Public/trustedProxies@8:21 'trustedProxies' must be a list, not '10.0.0.0/8'. |"
                                + " Write [10.0.0.0/8].",
                        "/upstreams/catalog/timeouts/connect@12:25 'connect' must be a duration such as 250ms, 5s or"
                                + " 1h30m, not 5. | Add the unit: 5s or 5ms.",
                        "/upstreams/catalog/timeouts/response@12:38 'response' must be a duration such as 250ms, 5s or"
                                + " 1h30m, not '2 sec'.",
                        "/upstreams/catalog/timeouts/idle@12:51 'idle' must be between 10ms and 1h, not '1d'.",
                        "/upstreams/catalog/pool/connections@13:25 'connections' must be between 1 and 65535, not 0.",
                        "/upstreams/catalog/pool/patience@13:38 'patience' must be a duration such as 250ms, 5s or"
                                + " 1h30m, not 'yes'.",
                        "/upstreams/orders/targets/0/address@15:25 'address' must be host:port, with an IPv6 address"
                                + " in brackets, not 'localhost'. | Add the port, as in localhost:80.",
                        "/upstreams/orders/targets/1/address@15:37 Entry 2 of 'targets' needs 'address'. | Address:"
                                + " Host and port of the server.",
                        "/upstreams/orders/targets/1/adress@15:38 There is no field 'adress' in 'target'. | Did you"
                                + " mean 'address'?",
                        "/upstreams/orders/targets/1/weight@15:61 'weight' must be a whole number, not true.",
                        "/routes/a/match/path@18:19 'path' must be a path that starts with /, not 'shop//x'.",
                        "/routes/a/match/methods/0@18:40 Entry 1 of 'methods' must be an HTTP method in capitals, not"
                                + " 'get'. | Write GET.",
                        "/routes/a/match/headers/x-a@18:64 The header 'x-a' occurs twice; case does not count. |"
                                + " Remove one of the two.",
                        "/routes/a/match/headers/x-a@18:69 'x-a' must be text, not 5. | Put it in quotes: \"5\".",
                        "/routes/a/match/query/preview@18:90 'preview' must be text, not true. | Put it in quotes:"
                                + " \"true\".",
                        "/routes/a/forward/upstream@19:25 There is no upstream 'catalgo'. | Did you mean 'catalog'?",
                        "/routes/b/forward@20:3 'b' needs 'forward'. | Forward: Where the route ends: exactly one"
                                + " destination.",
                        "/routes/c/forward@21:7 'forward' names no destination. | Did you mean 'upstream'?",
                        "/routes/d/forward@22:7 'forward' names several destinations: upstream, respond. | Keep"
                                + " exactly one of them.",
                        "/routes/d/policies@22:49 There is no field 'policies' in 'route'. | Possible: title,"
                                + " description, labels, owner, match, priority, deadline, importance, forward.",
                        "/routes/e/forward/redirect/location@23:38 'location' must be an http or https URL, or a path"
                                + " that starts with /, not 'ftp://x'.",
                        "/routes/f/forward/respond@24:17 'respond' is not possible: an answer with status 204 has no"
                                + " body.",
                        "/routes/f/owner@24:58 There is no tenant 'amce'. | Did you mean 'acme'?",
                        "/routes/g@25:5 'g' must be an object, not empty. | Leave it out, or give it a value.");
    }

    @Test
    void a_policy_is_told_by_its_type() {
        assertThat(policy("{key: {env: A}}"))
                .containsExactly(
                        "/routes/r/policies/0/type@1:25 Entry 1 of 'policies' needs the 'type' of its policy. |"
                                + " Possible: test-policy.");
        assertThat(policy("{type: test-polcy}"))
                .containsExactly("/routes/r/policies/0/type@1:32 There is no policy 'test-polcy'. | Did you mean"
                        + " 'test-policy'?");
        assertThat(policy("{type: test-policy, key: {env: A}, mode: dryrun, strict: yes, count: 0, codes: [1,"
                        + " x], tag: abcd}"))
                .containsExactly(
                        "/routes/r/policies/0/mode@1:66 'mode' must be one of dry-run, enforce, not 'dryrun'. | Did you"
                                + " mean 'dry-run'?",
                        "/routes/r/policies/0/strict@1:82 'strict' must be true or false, not 'yes'. | Write true.",
                        "/routes/r/policies/0/count@1:94 'count' must be at least 1, not 0.",
                        "/routes/r/policies/0/codes/1@1:108 Entry 2 of 'codes' must be a whole number, not 'x'.",
                        "/routes/r/policies/0/tag@1:117 'tag' must be text of the form [a-z]{3}, not 'abcd'.");
    }

    @Test
    void a_literal_secret_is_refused_without_repeating_it() {
        for (String secret :
                List.of("hunter2", "{secret: hunter2, env: B}", "{scret: hunter2}", "[hunter2]", "{env: 5}")) {
            assertThat(policy("{type: test-policy, key: " + secret + "}"))
                    .containsExactly("/routes/r/policies/0/key@1:" + (secret.startsWith("h") ? 50 : 45)
                            + " 'key' must say where the secret stands; a configuration never holds a secret. | Write"
                            + " {secret: name}, {env: NAME} or {file: path}.");
        }
    }

    @Test
    void numbers_beyond_their_type_are_refused() {
        assertThat(Documents.violations("listeners: {a: {port: 99999999999999999999}}"))
                .containsExactly(
                        "/listeners/a/port@1:23 'port' must be between 0 and 65535, not 99999999999999999999.");
        assertThat(Documents.violations("listeners: {a: {port: 80.0}}"))
                .containsExactly("/listeners/a/port@1:23 'port' must be a whole number, not 80.0.");
        assertThat(Documents.violations("upstreams: {a: {targets: [{address: 'a:1'}], timeouts: {idle: 999999999d}}}"))
                .containsExactly(
                        "/upstreams/a/timeouts/idle@1:63 'idle' must be between 10ms and 1h, not '999999999d'.");
    }

    @Test
    void syntax_and_meaning_are_told_together() {
        assertThat(Documents.violations("listeners: {a: {port: 1, port: 2, prot: 3}}"))
                .containsExactly(
                        "/listeners/a/port@1:26 The key 'port' occurs twice; the first is in line 1. | Remove one of"
                                + " the two, or give it another name.",
                        "/listeners/a/prot@1:35 There is no field 'prot' in 'listener'. | Did you mean 'port'?");
    }

    @Test
    void a_tree_without_text_has_violations_without_place() {
        assertThat(Binder.bind(
                                Objects.requireNonNull(
                                        Document.parse("{a: 1}", Format.YAML).tree()),
                                Documents.CATALOGUE)
                        .violations())
                .containsExactly(new Violation(
                        "/a",
                        "There is no field 'a' in 'gateway configuration'.",
                        "Possible: gatehouse, listeners, certificates, upstreams, routes."));
    }

    @Test
    void ten_thousand_mistakes_are_told_without_guessing_for_ever() {
        StringBuilder text = new StringBuilder("upstreams:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("  up").append(i).append(": {targets: [{address: 'a:1'}]}\n");
        }
        text.append("routes:\n");
        for (int i = 0; i < 10_000; i++) {
            text.append("  r")
                    .append(i)
                    .append(": {forward: {upstream: ub")
                    .append(i)
                    .append("}}\n");
        }

        assertThat(Documents.bind(text.toString()).violations()).hasSize(10_000);
    }

    @Test
    void whatever_the_text_says_it_is_answered_with_violations_at_worst() {
        RandomConfigurations documents = new RandomConfigurations(99);
        Random random = new Random(99);
        String[] bits = {
            "{", "}", "[", "]", ":", " ", "\n", "\t", "\"", "'", "*a", "&a ", "- ", "#", ",", "null", "-1", "1e9", "\0",
            "?", "|", ">", "%", "!!x ", "ä"
        };
        for (int i = 0; i < 3000; i++) {
            var tree = documents.next();
            StringBuilder text = new StringBuilder(i % 2 == 0 ? YamlWriter.write(tree) : tree.toString());
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length());
                text.replace(at, Math.min(text.length(), at + random.nextInt(3)), bits[random.nextInt(bits.length)]);
            }
            for (Format format : Format.values()) {
                Parsed parsed = Document.parse(text.toString(), format);
                Bound bound = Binder.bind(parsed, Documents.WITH_POLICY, Documents.TENANTS);

                assertThat(bound.configuration() == null)
                        .as("%s", text)
                        .isEqualTo(!bound.violations().isEmpty());
            }
        }
    }

    private static List<String> policy(String step) {
        return Documents.lines(Binder.bind(
                        Document.parse("routes: {r: {policies: [" + step + "], forward: {respond: {}}}}", Format.YAML),
                        Documents.WITH_POLICY,
                        Documents.TENANTS)
                .violations());
    }
}
