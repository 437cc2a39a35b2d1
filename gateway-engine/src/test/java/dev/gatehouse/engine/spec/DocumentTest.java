package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.engine.spec.Positions.Position;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final String YAML = """
        # a comment
        gatehouse: 1
        listeners:
          public: {address: 0.0.0.0, port: 8080}
        routes:
          a:
            match:
              methods: [GET,
                HEAD]
              query: {preview: "true"}
        """;

    @Test
    void yaml_and_json_give_the_same_tree() throws Exception {
        JsonNode expected = new ObjectMapper().readTree("""
            {"gatehouse": 1, "listeners": {"public": {"address": "0.0.0.0", "port": 8080}},
             "routes": {"a": {"match": {"methods": ["GET", "HEAD"], "query": {"preview": "true"}}}}}\
            """);

        assertThat(Document.parse(YAML, Format.YAML).tree()).isEqualTo(expected);
        assertThat(Document.parse(expected.toPrettyString(), Format.JSON).tree())
                .isEqualTo(expected);
    }

    @Test
    void every_value_of_yaml_has_its_place() {
        Positions positions = Document.parse(YAML, Format.YAML).positions();

        assertThat(positions.of("/gatehouse")).isEqualTo(new Position(2, 12));
        assertThat(positions.ofKey("/gatehouse")).isEqualTo(new Position(2, 1));
        assertThat(positions.of("/listeners/public/port")).isEqualTo(new Position(4, 36));
        assertThat(positions.of("/routes/a/match")).isEqualTo(new Position(7, 5));
        assertThat(positions.of("/routes/a/match/methods/1")).isEqualTo(new Position(9, 9));
        assertThat(positions.of("/routes/a/forward")).isEqualTo(new Position(6, 3));
    }

    @Test
    void every_value_of_json_has_its_place() {
        Positions positions = Document.parse("{\"a\": 1,\n \"b/c\": [true,\n  {\"d\": \"x\"}]}", Format.JSON)
                .positions();

        assertThat(positions.of("/a")).isEqualTo(new Position(1, 7));
        assertThat(positions.of("/b~1c")).isEqualTo(new Position(2, 2));
        assertThat(positions.of("/b~1c/0")).isEqualTo(new Position(2, 10));
        assertThat(positions.of("/b~1c/1/d")).isEqualTo(new Position(3, 9));
        assertThat(positions.ofKey("/b~1c/1/d")).isEqualTo(new Position(3, 4));
    }

    @Test
    void words_and_numbers_are_those_of_json() {
        JsonNode tree = Document.parse("""
            on: yes
            no: off
            hex: 0x10
            octal: 010
            grouped: 1_000
            sexagesimal: 12:30:45
            date: 2026-11-22
            version: '1.10'
            404: not found
            float: 1.5
            wide: 5000000000
            huge: 123456789012345678901234567890
            nothing:
            tilde: ~
            flag: true
            text: !!str 12
            """, Format.YAML).tree();

        assertThat(tree)
                .hasToString(
                        "{\"on\":\"yes\",\"no\":\"off\",\"hex\":\"0x10\",\"octal\":\"010\",\"grouped\":\"1_000\",\"sexagesimal\":\"12:30:45\",\"date\":\"2026-11-22\",\"version\":\"1.10\",\"404\":\"not"
                            + " found\",\"float\":1.5,\"wide\":5000000000,\"huge\":123456789012345678901234567890,"
                            + "\"nothing\":null,\"tilde\":null,\"flag\":true,\"text\":\"12\"}");
    }

    @Test
    void a_duplicate_key_is_told_with_both_places_and_reading_goes_on() {
        Parsed yaml = Document.parse("a: 1\nb: {x: [1]}\na: {y: [2, {z: 1}]}\nb: 2\n", Format.YAML);
        Parsed json = Document.parse("{\"a\": 1,\n \"a\": {\"b\": [2]}, \"c\": 3}", Format.JSON);

        assertThat(Documents.lines(yaml.violations()))
                .containsExactly(
                        "/a@3:1 The key 'a' occurs twice; the first is in line 1. | Remove one of the two, or give it"
                                + " another name.",
                        "/b@4:1 The key 'b' occurs twice; the first is in line 2. | Remove one of the two, or give it"
                                + " another name.");
        assertThat(yaml.tree()).hasToString("{\"a\":1,\"b\":{\"x\":[1]}}");
        assertThat(Documents.lines(json.violations()))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("/a@2:2 The key 'a'");
        assertThat(json.tree()).hasToString("{\"a\":1,\"c\":3}");
    }

    @Test
    void an_alias_is_not_expanded_and_a_forgotten_quote_is_guessed() {
        assertThat(violations("base: &base {a: 1}\nother: *base\nhosts: [*.example.org]\n"))
                .containsExactly(
                        "/other@2:8 '*base' is a YAML alias, which a configuration cannot use. | Write the value out; a"
                                + " text that begins with * needs quotes: \"*base\".",
                        "@3:10 The YAML is broken: unexpected character found .(46). | A text that begins with * needs"
                                + " quotes, such as \"*.example.org\".");
    }

    @Test
    void a_bomb_of_aliases_costs_nothing() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(Document.parse(bomb.toString(), Format.YAML).violations()).hasSize(118);
    }

    @Test
    void tags_and_further_documents_are_refused() {
        assertThat(violations("a: !!java.net.URL [x]\n--- \nb: 1\n"))
                .containsExactly(
                        "/a@1:4 The tag tag:yaml.org,2002:java.net.URL is not part of the format. | Leave it out.",
                        "@2:1 A second document starts here; a file holds one. | Move it to another file, or remove the"
                                + " line '---'.");
    }

    @Test
    void broken_yaml_is_told_with_its_place() {
        assertThat(violations("a: 1\nb: [1, 2\nc: 3\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("@3:2 The YAML is broken: expected ',' or ']'")
                .contains("quotes");
        assertThat(violations("a:\n\tb: 1\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("@2:1 The YAML is broken")
                .endsWith("| Indent with spaces; YAML does not take tabs.");
        assertThat(violations("a: b: c\n")).hasSize(1).first().asString().startsWith("@1:5 The YAML is broken");
        assertThat(violations("a: 1\nb: \u0007\n"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("@2:4 The YAML is broken: it has");
        assertThat(violations("? {a: 1}\n: 2\n")).hasSize(1).first().asString().startsWith("@1:3 A key must be");
    }

    @Test
    void a_value_that_needs_quotes_says_so() {
        String hint = " | Put values that contain { } [ ] , or begin with @ ` % * & ! in quotes.";

        assertThat(violations("a: @x\n"))
                .containsExactly("@1:4 The YAML is broken: found character '@' that cannot start any token." + hint);
        assertThat(violations("match: {path: /shop/{id}}\n"))
                .containsExactly("@1:21 The YAML is broken: expected ',' or '}', but got {." + hint);
    }

    @Test
    void broken_json_is_told_with_its_place() {
        assertThat(lines("{\"a\": 1,\n \"b\": }"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("@2:7 The JSON is broken: ");
        assertThat(lines("{\"a\": 1"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("@1:8 The JSON is broken: ")
                .doesNotContain("Source");
        assertThat(lines("{} {}")).hasSize(1).first().asString().startsWith("@1:4 Something follows");
        assertThat(lines("{a: 1}")).hasSize(1);
    }

    @Test
    void an_empty_text_is_no_document() {
        for (String text : List.of("", "  \n", "# only a comment\n", "\uFEFF")) {
            assertThat(violations(text))
                    .as("'%s'", text)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("@null:null The document is empty.");
        }
        assertThat(lines(" ")).hasSize(1).first().asString().contains("The document is empty.");
    }

    @Test
    void nesting_has_an_end() {
        assertThat(violations("a: " + "[".repeat(100_000)))
                .hasSize(1)
                .first()
                .asString()
                .contains("64 levels deep");
        assertThat(lines("[".repeat(100_000))).hasSize(1).first().asString().contains("64 levels deep");
        assertThat(violations("a: 1\na: " + "[".repeat(50_000))).isNotEmpty();
    }

    private static List<String> violations(String yaml) {
        return Documents.lines(Document.parse(yaml, Format.YAML).violations());
    }

    private static List<String> lines(String json) {
        return Documents.lines(Document.parse(json, Format.JSON).violations());
    }
}
