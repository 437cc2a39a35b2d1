package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.Keyword;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaWriterTest {
    private static final List<Keyword> FORM_HINTS = Stream.of(
                    "order", "format", "key-format", "units", "minimum", "maximum", "refers-to", "advanced")
            .map(hint -> (Keyword) new NonValidationKeyword("x-" + hint))
            .toList();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .keywords(FORM_HINTS)
                    .build()));
    private static final ObjectNode TREE = SchemaWriter.schema(Documents.WITH_POLICY);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(TREE);

    @Test
    void the_schema_is_a_valid_schema() {
        JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));

        assertThat(meta.validate(TREE)).isEmpty();
        assertThat(meta.validate(SchemaWriter.schema(Documents.CATALOGUE))).isEmpty();
    }

    @Test
    void whatever_the_binder_takes_the_schema_takes() {
        RandomConfigurations documents = new RandomConfigurations(11);
        for (int i = 0; i < 300; i++) {
            ObjectNode document = documents.next();

            assertThat(Documents.good(document.toString())).isNotNull();
            assertThat(SCHEMA.validate(document)).as("%s", document).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "gatehouse: 1",
                "{listeners: {a: {port: 0, address: '::', trustedProxies: [10.0.0.0/8]}}}",
                "{upstreams: {acme/a: {owner: acme, targets: [{address: '[::1]:80'}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy, key: {env: A}, codes: [1]}]}}}",
                "{routes: {a: {forward: {redirect: {location: 'https://a/{id}/**'}}, match: {path: '/a/{id}/**'}}}}",
            })
    void good_documents_are_good_to_both(String yaml) {
        JsonNode tree = tree(yaml);

        assertThat(SCHEMA.validate(tree)).isEmpty();
        assertThat(Binder.bind(tree, Documents.WITH_POLICY, Documents.TENANTS).violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "text",
                "{gatehouse: 2}",
                "{gatehouse: '1'}",
                "{unknown: 1}",
                "{listeners: []}",
                "{listeners:}",
                "{listeners: {a: {}}}",
                "{listeners: {A: {port: 1}}}",
                "{listeners: {a: {port: 65536}}}",
                "{listeners: {a: {port: 1.5}}}",
                "{listeners: {a: {port: 1, role: side}}}",
                "{listeners: {a: {port: 1, address: localhost}}}",
                "{listeners: {a: {port: 1, limits: {idle: 5}}}}",
                "{listeners: {a: {port: 1, limits: {idle: 5 s}}}}",
                "{listeners: {a: {port: 1, limits: {body: 5KB}}}}",
                "{listeners: {a: {port: 1, title: 5}}}",
                "{upstreams: {a: {targets: {}}}}",
                "{upstreams: {a: {discovery: {dns: localhost}}}}",
                "{upstreams: {a: {targets: [{address: localhost}]}}}",
                "{routes: {a: {}}}",
                "{routes: {a: {forward: {}}}}",
                "{routes: {a: {forward: {respond: {status: 100}}}}}",
                "{routes: {a: {forward: {respond: {}, redirect: {location: /x}}}}}",
                "{routes: {a: {forward: {respond: {headers: {'a b': c}}}}}}",
                "{routes: {a: {forward: {split: []}}}}",
                "{routes: {a: {forward: {respond: {}}, match: {path: a}}}}",
                "{routes: {a: {forward: {respond: {}}, match: {methods: [get]}}}}",
                "{routes: {a: {forward: {respond: {}}, match: {query: {a: true}}}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{key: {env: A}}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: other}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy, key: hunter2}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy, key: {env: A, file: b}}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy, key: {env: A}, tag: abcd}]}}}",
                "{routes: {a: {forward: {respond: {}}, policies: [{type: test-policy, key: {env: A}, codes: [1, 2, 3,"
                        + " 4]}]}}}",
            })
    void bad_documents_are_bad_to_both(String yaml) {
        JsonNode tree = tree(yaml);

        assertThat(SCHEMA.validate(tree)).isNotEmpty();
        assertThat(Binder.bind(tree, Documents.WITH_POLICY, Documents.TENANTS).violations())
                .isNotEmpty();
    }

    @Test
    void a_field_carries_what_a_form_needs() {
        JsonNode connect = TREE.at("/$defs/Timeouts/properties/connect");
        assertThat(connect.get("title").asText()).isEqualTo("Connect");
        assertThat(connect.get("description").asText())
                .isEqualTo("Time to open a connection to a target; a TLS handshake has as long again.");
        assertThat(connect.get("default").asText()).isEqualTo("2s");
        assertThat(connect.get("x-format").asText()).isEqualTo("duration");
        assertThat(connect.get("x-units")).hasToString("[\"ms\",\"s\",\"m\",\"h\",\"d\"]");
        assertThat(connect.get("x-minimum").asText()).isEqualTo("1ms");
        assertThat(connect.get("x-maximum").asText()).isEqualTo("5m");
        assertThat(connect.get("x-order").asInt()).isZero();
        assertThat(TREE.at("/$defs/UpstreamDestination/properties/upstream/x-refers-to")
                        .asText())
                .isEqualTo("upstreams");
        assertThat(TREE.at("/$defs/Match/properties/listeners/items/x-refers-to")
                        .asText())
                .isEqualTo("listeners");
        assertThat(TREE.at("/$defs/Match/properties/when/x-advanced").asBoolean())
                .isTrue();
        assertThat(TREE.at("/$defs/Match/properties/headers/x-key-format").asText())
                .isEqualTo("header-name");
        assertThat(TREE.at("/$defs/TestPolicy/properties/key/x-format").asText())
                .isEqualTo("secret");
        assertThat(TREE.at("/$defs/Upstream/examples/0/targets/0/address").asText())
                .isEqualTo("127.0.0.1:9101");
    }

    @Test
    void policies_are_in_the_schema_only_once_there_is_one() {
        assertThat(SchemaWriter.schema(Documents.CATALOGUE)
                        .at("/$defs/Route/properties")
                        .has("policies"))
                .isFalse();
        assertThat(TREE.at("/$defs/Route/properties").has("policies")).isTrue();
    }

    @Test
    void every_field_has_title_and_help() {
        for (JsonNode definition : TREE.get("$defs")) {
            for (var property : definition.get("properties").properties()) {
                if (!Set.of("type", "secret", "env", "file").contains(property.getKey())) {
                    assertThat(property.getValue().path("title").asText())
                            .as(property.getKey())
                            .isNotBlank();
                    assertThat(property.getValue().path("description").asText())
                            .as(property.getKey())
                            .matches("[^.].*\\.");
                }
            }
        }
    }

    private static JsonNode tree(String yaml) {
        return Objects.requireNonNull(Document.parse(yaml, Format.YAML).tree());
    }
}
