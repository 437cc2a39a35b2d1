package dev.gatehouse.engine.route;

import static dev.gatehouse.engine.route.SafePath.Refusal.BAD_ENCODING;
import static dev.gatehouse.engine.route.SafePath.Refusal.CONTROL_CHARACTER;
import static dev.gatehouse.engine.route.SafePath.Refusal.DOT_SEGMENT;
import static dev.gatehouse.engine.route.SafePath.Refusal.EMPTY_SEGMENT;
import static dev.gatehouse.engine.route.SafePath.Refusal.ENCODED_SEPARATOR;
import static dev.gatehouse.engine.route.SafePath.Refusal.ILLEGAL_CHARACTER;
import static dev.gatehouse.engine.route.SafePath.Refusal.NOT_ABSOLUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/a", "/a/", "/a/b.c/d..e/.f/...", "/a;v=1/b", "/a%20b", "/%C3%A9", "/a:b@c!$&'()*+,=~_-"})
    void a_clean_path_is_its_own_safe_form(String path) {
        assertThat(SafePath.refusal(path)).isNull();
        assertThat(SafePath.normal(path)).isEqualTo(path);
    }

    @Test
    void a_clean_path_without_encoding_is_not_copied() {
        String path = "/shop/products/7";
        assertThat(SafePath.normal(path)).isSameAs(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.", "/..", "/a/./b", "/a/../b", "/a/..", "/%2e%2E/b", "/.%2e", "/a/..;x=1/b", "/a/.;/b"})
    void a_dot_segment_is_refused_however_it_is_written(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(DOT_SEGMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//a", "/a//b", "/a//", "/;x/a", "/a/;/b", "/a/;x"})
    void an_empty_segment_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(EMPTY_SEGMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%2Fb", "/a%2fb", "/a%5Cb", "/a%5cb"})
    void an_encoded_slash_or_backslash_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(ENCODED_SEPARATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%00", "/%0a", "/%0D", "/%7f", "/%1F"})
    void an_encoded_control_character_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(CONTROL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\\b", "/a b", "/a#b", "/a?b", "/a\tb", "/a\u0000", "/\u00e9", "/a\u007f"})
    void a_character_that_no_path_may_have_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(ILLEGAL_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%2", "/%g0", "/%-1", "/a%", "/%c0%af", "/%C1%81", "/%ff", "/%\uff11\uff11"})
    void a_bad_encoding_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(BAD_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "*", "http://a/b"})
    void a_path_that_does_not_start_with_a_slash_is_refused(String path) {
        assertThat(SafePath.refusal(path)).isEqualTo(NOT_ABSOLUTE);
    }

    @Test
    void encoded_unreserved_characters_are_decoded_and_digits_become_capitals() {
        assertThat(SafePath.normal("/%61%2D%7e/%c3%a9/file%2etxt")).isEqualTo("/a-~/%C3%A9/file.txt");
    }

    @Test
    void characters_that_clients_forget_to_encode_are_encoded() {
        assertThat(SafePath.normal("/a{b}|\"<>^`")).isEqualTo("/a%7Bb%7D%7C%22%3C%3E%5E%60");
    }

    @Test
    void the_safe_form_is_never_refused_and_is_its_own_safe_form() {
        SplittableRandom random = new SplittableRandom(7);
        String alphabet = "/..;%%2255eEfFcC0aAb{}|~é\\ ";
        int accepted = 0;
        for (int n = 0; n < 200_000; n++) {
            StringBuilder path = new StringBuilder("/");
            for (int i = random.nextInt(10); i >= 0; i--) {
                path.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String text = path.toString();
            if (SafePath.refusal(text) == null) {
                String safe = SafePath.normal(text);
                assertThat(SafePath.refusal(safe)).as(text).isNull();
                assertThat(SafePath.normal(safe)).as(text).isEqualTo(safe);
                accepted++;
            }
        }
        assertThat(accepted).isGreaterThan(5_000);
    }
}
