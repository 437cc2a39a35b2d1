package dev.gatehouse.app.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlTextTest {
    private static final String ROUTE = """
        # The shop's front door
        match:
          path: /shop/**   # everything below
          methods:
            - GET
            - HEAD
        forward:
          upstream: catalog
        """;

    @Test
    void every_line_knows_its_field_and_every_field_its_line() throws YamlBroken {
        YamlText text = YamlText.read(ROUTE);
        assertThat(text.at(2)).isEqualTo("/match/path");
        assertThat(text.at(3)).isEqualTo("/match/methods");
        assertThat(text.at(5)).isEqualTo("/match/methods/1");
        assertThat(text.at(7)).isEqualTo("/forward/upstream");
        assertThat(text.of("/match/methods/1")).extracting(Span::line).isEqualTo(5);
        assertThat(text.of("/match")).extracting(Span::lastLine).isEqualTo(5);
        assertThat(text.of("/forward/path")).extracting(Span::line).isEqualTo(6);
        assertThat(text.of("/priority")).isNull();
    }

    @Test
    void a_single_value_changes_in_its_place_and_comments_stay() throws YamlBroken {
        YamlText text = YamlText.read(ROUTE);
        String now = YamlFollowing.follow(
                text, YamlText.read(ROUTE.replace("/shop/**", "\"/store: a\"")).tree());
        assertThat(now).contains("# The shop's front door", "path: '/store: a'   # everything below");
        assertThat(YamlText.read(now).tree().at("/match/path").asText()).isEqualTo("/store: a");
    }

    @Test
    void any_other_change_is_written_anew() throws YamlBroken {
        YamlText text = YamlText.read(ROUTE);
        String now = YamlFollowing.follow(
                text, YamlText.read(ROUTE.replace("    - HEAD\n", "")).tree());
        assertThat(now).isEqualTo("""
            match:
              path: /shop/**
              methods:
                - GET
            forward:
              upstream: catalog
            """);
        assertThat(YamlFollowing.hasComments(ROUTE)).isTrue();
        assertThat(YamlFollowing.hasComments(now)).isFalse();
    }

    @Test
    void what_is_broken_says_the_line_and_what_to_do() {
        assertThatThrownBy(() -> YamlText.read("match:\n  path: [/a\nforward: {}\n"))
                .isInstanceOfSatisfying(YamlBroken.class, broken -> {
                    assertThat(broken.line()).isEqualTo(3);
                    assertThat(broken.words()).contains("in quotes");
                });
        assertThatThrownBy(() -> YamlText.read("a: 1\na: 2\n")).hasMessage("\"a\" stands here twice.");
        assertThatThrownBy(() -> YamlText.read("hosts: [*.example.org]")).hasMessageContaining("needs quotes");
        assertThatThrownBy(() -> YamlText.read(" ")).hasMessageContaining("empty");
    }

    @Test
    void words_and_numbers_are_what_a_configuration_takes_them_for() throws YamlBroken {
        assertThat(YamlText.read("{a: yes, b: 010, c: 12, d: 1.5, e: true, f: ~, g: \"12\"}")
                        .tree())
                .hasToString("{\"a\":\"yes\",\"b\":\"010\",\"c\":12,\"d\":1.5,\"e\":true,\"f\":null,\"g\":\"12\"}");
    }
}
