package dev.gatehouse.app.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.yaml.YamlBroken;
import dev.gatehouse.app.yaml.YamlText;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.SchemaWriter;
import java.util.List;

/** Schemas to draw forms from: the engine's own, and one with kinds of fields that it does not have yet. */
public final class Schemas {
    private Schemas() {}

    /** What a gateway of this build answers, over the wire. */
    public static FormSchema engine() {
        return new FormSchema(json(SchemaWriter.schema(Catalogue.of(List.of(), Destinations.BUILT_IN))
                .toString()));
    }

    /** A schema with policies, rates, secrets, flags and a kind that this console does not know. */
    public static FormSchema wide() {
        return new FormSchema(json("""
            {"properties": {"routes": {"additionalProperties": {"$ref": "#/$defs/Route"}}},
             "$defs": {
              "Route": {"title": "Route", "description": "A route.", "type": "object", "properties": {
                "enabled": {"title": "Enabled", "description": "Whether it takes part.", "type": "boolean",
                  "default": true, "x-order": 0},
                "strict": {"title": "Strict", "description": "Refuse what is doubtful.", "type": "boolean",
                  "x-order": 1},
                "limit": {"title": "Limit", "description": "Calls in a time.", "type": "string",
                  "x-format": "rate", "default": "100/min", "x-order": 2},
                "size": {"title": "Size", "description": "The largest body.", "type": "string",
                  "x-format": "size", "x-minimum": "1KiB", "x-maximum": "1MiB", "x-order": 3},
                "mode": {"title": "Mode", "description": "One of six.", "type": "string",
                  "enum": ["one", "two", "three", "four", "five", "six"], "x-order": 4},
                "key": {"title": "Key", "description": "Where the key stands.", "$ref": "#/$defs/SecretRef",
                  "x-format": "secret", "x-order": 5},
                "tree": {"title": "Tree", "description": "Anything.", "type": "object", "x-order": 6,
                  "$ref": "#/$defs/Tree"},
                "odd": {"title": "Odd", "description": "A kind of later.", "type": "number", "x-order": 7},
                "policies": {"title": "Policies", "description": "The steps.", "type": "array", "x-order": 8,
                  "items": {"oneOf": [{"$ref": "#/$defs/Limit"}, {"$ref": "#/$defs/Cors"}]}}},
                "required": ["limit"]},
              "Tree": {"title": "Tree", "description": "Holds itself.", "type": "object",
                "properties": {"name": {"title": "Name", "type": "string", "x-order": 0},
                  "child": {"title": "Child", "$ref": "#/$defs/Tree", "x-order": 1}}},
              "SecretRef": {"type": "object", "properties": {"secret": {"type": "string"},
                "env": {"type": "string"}, "file": {"type": "string"}}},
              "Limit": {"title": "Rate limit", "description": "Limits calls.", "type": "object",
                "properties": {"type": {"const": "rate-limit"},
                  "limit": {"title": "Limit", "type": "string", "x-format": "rate", "x-order": 0}},
                "required": ["type", "limit"]},
              "Cors": {"title": "CORS", "description": "Lets browsers in.", "type": "object",
                "properties": {"type": {"const": "cors"}}, "required": ["type"]}}}
            """));
    }

    /** An object written as YAML. */
    public static ObjectNode yaml(String text) {
        try {
            return (ObjectNode) YamlText.read(text).tree();
        } catch (YamlBroken e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
