package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class YamlWriterTest {
    @Test
    void writes_blocks_and_only_the_quotes_that_are_needed() throws Exception {
        assertThat(YamlWriter.write(new ObjectMapper().readTree("""
            {"gatehouse": 1, "listeners": {"acme/public@v1": {"address": "0.0.0.0", "limits": {"idle": "5s", "body": "10MiB"}}},
             "targets": [{"address": "127.0.0.1:9101", "weight": 3}, {"address": "[::1]:80"}],
             "path": "/shop/{id}/**", "hosts": ["*.example.org"], "methods": ["GET", "HEAD"],
             "url": "https://example.org/{id}", "status": "502", "flag": "on", "none": "", "empty": {}, "list": [],
             "when": "request.headers['x-beta'] == '1'", "body": "{\\"message\\": \\"Hello\\"}", "text": "one\\ntwo\\n"}
            """))).isEqualTo("""
                gatehouse: 1
                listeners:
                  acme/public@v1:
                    address: 0.0.0.0
                    limits:
                      idle: 5s
                      body: 10MiB
                targets:
                  - address: 127.0.0.1:9101
                    weight: 3
                  - address: '[::1]:80'
                path: /shop/{id}/**
                hosts:
                  - '*.example.org'
                methods:
                  - GET
                  - HEAD
                url: https://example.org/{id}
                status: "502"
                flag: "on"
                none: ""
                empty: {}
                list: []
                when: request.headers['x-beta'] == '1'
                body: '{"message": "Hello"}'
                text: |
                  one
                  two
                """);
    }

    @Test
    void writing_what_was_read_changes_nothing() throws Exception {
        RandomConfigurations documents = new RandomConfigurations(8);
        for (int i = 0; i < 500; i++) {
            var tree = documents.next();
            assertThat(Objects.requireNonNull(
                            Document.parse(YamlWriter.write(tree), Format.YAML).tree()))
                    .isEqualTo(tree);
        }
    }
}
