package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.engine.model.Configuration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    @Test
    void what_is_at_its_default_is_left_out_and_each_value_has_one_spelling() {
        assertThat(Canonical.tree(Documents.good("""
            routes:
              b: {forward: {respond: {}}, match: {path: /**}, priority: 0}
              a: {forward: {upstream: u}, match: {hosts: [API.example.COM], path: /a}}
            upstreams:
              u:
                pool: {connections: 256, patience: 1500ms}
                timeouts: {connect: 2000ms, response: 90000ms}
                balancer: {type: round-robin}
                labels: {}
                targets: [{weight: 1, address: "a:1"}]
            listeners:
              public: {limits: {body: 2048KiB, headerSize: 32768B}, port: 1, address: 0.0.0.0}
            """)))
                .hasToString(
                        "{\"gatehouse\":1,\"listeners\":{\"public\":{\"port\":1,\"limits\":{\"body\":\"2MiB\"}}},"
                            + "\"upstreams\":{\"u\":{\"targets\":[{\"address\":\"a:1\"}],\"timeouts\":{\"response\":\"90s\"},"
                            + "\"pool\":{\"patience\":\"1500ms\"}}},\"routes\":{\"b\":{\"forward\":{\"respond\":{}}},"
                            + "\"a\":{\"match\":{\"hosts\":[\"api.example.com\"],\"path\":\"/a\"},\"forward\":{\"upstream\":\"u\"}}}}");
    }

    @Test
    void the_effective_form_shows_every_default() {
        ObjectNode effective = Canonical.effective(Documents.good("""
            listeners: {public: {port: 1}}
            routes: {a: {forward: {redirect: {location: /x}}}}
            """));

        assertThat(effective.at("/listeners/public/limits/idle").asText()).isEqualTo("75s");
        assertThat(effective.at("/listeners/public/address").asText()).isEqualTo("0.0.0.0");
        assertThat(effective.at("/routes/a/match/path").asText()).isEqualTo("/**");
        assertThat(effective.at("/routes/a/forward/redirect/status").asInt()).isEqualTo(308);
        assertThat(effective.at("/routes/a/title").isMissingNode()).isTrue();
    }

    @Test
    void binding_the_canonical_form_gives_the_same_configuration() throws Exception {
        RandomConfigurations documents = new RandomConfigurations(42);
        for (int i = 0; i < 1000; i++) {
            ObjectNode document = documents.next();
            Configuration configuration = bind(document);
            ObjectNode canonical = Canonical.tree(configuration);

            assertThat(bind(canonical)).as("%s", document).isEqualTo(configuration);
            assertThat(Canonical.tree(bind(canonical))).isEqualTo(canonical);
            assertThat(bind(Canonical.effective(configuration))).isEqualTo(configuration);
            assertThat(new ObjectMapper().readTree(canonical.toString())).isEqualTo(canonical);
        }
    }

    @Test
    void yaml_and_json_of_the_canonical_form_read_back_as_the_same_tree() {
        RandomConfigurations documents = new RandomConfigurations(7);
        for (int i = 0; i < 1000; i++) {
            ObjectNode canonical = Canonical.tree(bind(documents.next()));
            String yaml = YamlWriter.write(canonical);

            assertThat(Document.parse(yaml, Format.YAML)).as(yaml).satisfies(parsed -> {
                assertThat(parsed.violations()).isEmpty();
                assertThat(parsed.tree()).isEqualTo(canonical);
            });
            assertThat(Document.parse(canonical.toPrettyString(), Format.JSON).tree())
                    .isEqualTo(canonical);
        }
    }

    @Test
    void the_hash_does_not_see_the_order_of_keys_but_every_change() {
        RandomConfigurations documents = new RandomConfigurations(1);
        for (int i = 0; i < 200; i++) {
            ObjectNode document = documents.next();
            ObjectNode canonical = Canonical.tree(bind(document));
            ObjectNode shuffled = Canonical.tree(bind(documents.shuffled(document)));

            assertThat(Canonical.hash(shuffled))
                    .isEqualTo(Canonical.hash(canonical))
                    .matches("[0-9a-f]{64}");
            assertThat(Diff.between(canonical, shuffled)).isEmpty();
            ObjectNode other = canonical.deepCopy();
            other.withObjectProperty("upstreams").putObject("another").putArray("targets");
            assertThat(Canonical.hash(other)).isNotEqualTo(Canonical.hash(canonical));
        }
    }

    @Test
    void the_hash_stays_what_it_was_in_earlier_releases() throws Exception {
        JsonNode tree = new ObjectMapper().readTree("{\"b\": [1, true, null, {}, []], \"a\": \"\\\"x\\u0001é\"}");

        // printf '%s' '{"a":"\"x\u0001é","b":[1,true,null,{},[]]}' | sha256sum
        assertThat(Canonical.hash(tree)).isEqualTo("c6b584b0199fccd270422b5c50d5ff2ea76c93009b919c004b2a72f44f9d1a03");
    }

    @Test
    void maps_keep_the_order_of_the_document() {
        assertThat(Canonical.tree(Documents.good("""
            routes:
              z: {forward: {respond: {headers: {z: "1", a: "2", m: "3"}}}, labels: {z: "1", a: "2"}}
              a: {forward: {respond: {}}}
            """)).get("routes"))
                .hasToString(
                        "{\"z\":{\"labels\":{\"z\":\"1\",\"a\":\"2\"},\"forward\":{\"respond\":{\"headers\":{\"z\":\"1\",\"a\":\"2\",\"m\":\"3\"}}}},"
                            + "\"a\":{\"forward\":{\"respond\":{}}}}");
    }

    @Test
    void steps_and_secrets_come_back_as_they_were_written() throws Exception {
        JsonNode document = new ObjectMapper().readTree("""
            {"gatehouse":1,"routes":{"a":{"policies":[
              {"type":"test-policy","key":{"secret":"s"},"mode":"enforce","strict":false,"count":6000000000,
               "window":"30s","size":"2KiB","codes":[1,2],"tag":"abc"},
              {"type":"test-policy","key":{"env":"KEY"}}],
             "forward":{"respond":{}}}}}\
            """);

        Bound bound = Binder.bind(document, Documents.WITH_POLICY);

        assertThat(bound.violations()).isEmpty();
        assertThat(Canonical.tree(Objects.requireNonNull(bound.configuration())))
                .isEqualTo(document);
    }

    private static Configuration bind(JsonNode document) {
        Bound bound = Binder.bind(document, Documents.CATALOGUE, Documents.TENANTS);
        assertThat(bound.violations()).as("%s", document).isEmpty();
        return Objects.requireNonNull(bound.configuration());
    }
}
