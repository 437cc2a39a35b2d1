package dev.gatehouse.app.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** Documents to edit. */
final class Documents {
    static final ObjectKey PRODUCTS = new ObjectKey("routes", "products");
    static final ObjectKey ORDERS = new ObjectKey("routes", "orders");
    static final ObjectKey CATALOG = new ObjectKey("upstreams", "catalog");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Documents() {}

    static ObjectNode shop() {
        return (ObjectNode) yaml("""
            gatehouse: 1
            listeners:
              public: {address: 0.0.0.0, port: 8080}
            upstreams:
              catalog:
                targets: [{address: "127.0.0.1:9101"}, {address: "127.0.0.1:9102", weight: 3}]
                fromTomorrow: {this: [console, does, not, know]}
              catalog-next: {targets: [{address: "127.0.0.1:9103"}]}
            routes:
              products:
                match: {path: "/shop/products/{id}", methods: [GET]}
                forward: {upstream: catalog, path: "/products/{id}"}
              orders:
                match: {path: /shop/orders}
                forward: {split: [{upstream: catalog, weight: 95}, {upstream: catalog-next, weight: 5}]}
              help: {match: {path: /help}, forward: {respond: {status: 200, body: catalog}}}
            """);
    }

    static JsonNode yaml(String text) {
        try {
            // Through JSON text, as a gateway's answer is read.
            return PlainJson.of(YAML.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Draft draft() {
        return new Draft(base(shop(), 7), References.of(schema()));
    }

    static Base base(ObjectNode document, int revision) {
        return new Base(document, revision, "\"" + revision + "-json\"");
    }

    /** A schema of the same build as a gateway's, with as much as the shop needs. */
    static JsonNode schema() {
        return yaml("""
            properties:
              upstreams: {additionalProperties: {$ref: "#/$defs/Upstream"}}
              routes: {additionalProperties: {$ref: "#/$defs/Route"}}
            $defs:
              Upstream: {properties: {targets: {type: array}}}
              Route:
                properties:
                  match: {properties: {path: {type: string}}}
                  forward:
                    oneOf: [{$ref: "#/$defs/ToUpstream"}, {$ref: "#/$defs/Split"}, {$ref: "#/$defs/Respond"}]
              ToUpstream:
                properties: {upstream: {type: string, x-refers-to: upstreams}, path: {type: string}}
                required: [upstream]
              Split:
                properties:
                  split:
                    items: {properties: {upstream: {type: string, x-refers-to: upstreams}}}
                required: [split]
              Respond: {properties: {respond: {properties: {body: {type: string}}}}, required: [respond]}
            """);
    }
}
