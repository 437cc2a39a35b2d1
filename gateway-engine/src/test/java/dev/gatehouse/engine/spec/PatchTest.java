package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        {"a":"b"}            ! {"a":"c"}                    ! {"a":"c"}
        {"a":"b"}            ! {"b":"c"}                    ! {"a":"b","b":"c"}
        {"a":"b"}            ! {"a":null}                   ! {}
        {"a":"b","b":"c"}    ! {"a":null}                   ! {"b":"c"}
        {"a":["b"]}          ! {"a":"c"}                    ! {"a":"c"}
        {"a":"c"}            ! {"a":["b"]}                  ! {"a":["b"]}
        {"a":{"b":"c"}}      ! {"a":{"b":"d","c":null}}     ! {"a":{"b":"d"}}
        {"a":[{"b":"c"}]}    ! {"a":[1]}                    ! {"a":[1]}
        ["a","b"]            ! ["c","d"]                    ! ["c","d"]
        {"a":"b"}            ! ["c"]                        ! ["c"]
        {"a":"foo"}          ! null                         ! null
        {"a":"foo"}          ! "bar"                        ! "bar"
        {"e":null}           ! {"a":1}                      ! {"e":null,"a":1}
        [1,2]                ! {"a":"b","c":null}           ! {"a":"b"}
        {}                   ! {"a":{"bb":{"ccc":null}}}    ! {"a":{"bb":{}}}
        """)
    void a_merge_patch_does_what_rfc_7386_shows(String tree, String patch, String result) throws Exception {
        assertThat(Patch.merge(json(tree), json(patch))).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        {"a":1}              ! [{"op":"add","path":"/b","value":2}]                          ! {"a":1,"b":2}
        {"a":1}              ! [{"op":"add","path":"/a","value":{"x":[]}}]                   ! {"a":{"x":[]}}
        {"a":[1,3]}          ! [{"op":"add","path":"/a/1","value":2}]                        ! {"a":[1,2,3]}
        {"a":[1]}            ! [{"op":"add","path":"/a/-","value":2}]                        ! {"a":[1,2]}
        {"a":[1]}            ! [{"op":"add","path":"/a/1","value":2}]                        ! {"a":[1,2]}
        {"a":1}              ! [{"op":"add","path":"","value":[7]}]                          ! [7]
        {"a":1,"b":2}        ! [{"op":"remove","path":"/a"}]                                 ! {"b":2}
        {"a":[1,2,3]}        ! [{"op":"remove","path":"/a/1"}]                               ! {"a":[1,3]}
        {"a":1}              ! [{"op":"replace","path":"/a","value":null}]                   ! {"a":null}
        {"a":[1,2]}          ! [{"op":"replace","path":"/a/0","value":9}]                    ! {"a":[9,2]}
        {"a":1}              ! [{"op":"replace","path":"","value":3}]                        ! 3
        {"a":{"b":1},"c":{}} ! [{"op":"move","from":"/a/b","path":"/c/d"}]                   ! {"a":{},"c":{"d":1}}
        {"a":[1,2,3]}        ! [{"op":"move","from":"/a/0","path":"/a/2"}]                   ! {"a":[2,3,1]}
        {"a":1}              ! [{"op":"move","from":"/a","path":"/a"}]                       ! {"a":1}
        {"a":{"b":1}}        ! [{"op":"copy","from":"/a","path":"/a/c"}]                     ! {"a":{"b":1,"c":{"b":1}}}
        {"a/b":1,"m~n":2}    ! [{"op":"remove","path":"/a~1b"},{"op":"remove","path":"/m~0n"}]! {}
        {"":1,"a":{"":2}}    ! [{"op":"remove","path":"/"},{"op":"remove","path":"/a/"}]     ! {"a":{}}
        {"a":1}              ! [{"op":"test","path":"/a","value":1.0}]                       ! {"a":1}
        {"a":{"b":[1]}}      ! [{"op":"test","path":"/a","value":{"b":[1.0]}}]               ! {"a":{"b":[1]}}
        {"a":1}              ! []                                                            ! {"a":1}
        """)
    void a_json_patch_does_what_rfc_6902_says(String tree, String patch, String result) throws Exception {
        JsonNode before = json(tree);

        assertThat(Patch.apply(before, json(patch))).isEqualTo(json(result));
        assertThat(before).as("the tree itself").isEqualTo(json(tree));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
        {"op":"add","path":"/x"}                         ! Operation 1 of the patch: it needs 'value'.
        {"op":"add","value":1}                           ! Operation 1 of the patch: it needs 'path', a text.
        {"path":"/a","value":1}                          ! Operation 1 of the patch: it needs 'op', a text.
        {"op":"spam","path":"/a","value":1}              ! Operation 1 of the patch: 'spam' is no operation; there are add, remove, replace, move, copy and test.
        {"op":"add","path":"a","value":1}                ! Operation 1 of the patch: 'a' is no JSON pointer; it must begin with /.
        {"op":"add","path":"/x/y","value":1}             ! Operation 1 of the patch: there is nothing at '/x'.
        {"op":"add","path":"/a/b","value":1}             ! Operation 1 of the patch: there is nothing at '/a/b'.
        {"op":"add","path":"/l/3","value":1}             ! Operation 1 of the patch: the list has no place '/l/3'; it has 2 entries.
        {"op":"add","path":"/l/01","value":1}            ! Operation 1 of the patch: the list has no place '/l/01'; it has 2 entries.
        {"op":"remove","path":"/x"}                      ! Operation 1 of the patch: there is nothing at '/x'.
        {"op":"remove","path":"/l/-"}                    ! Operation 1 of the patch: there is nothing at '/l/-'.
        {"op":"remove","path":""}                        ! Operation 1 of the patch: the whole document cannot be removed.
        {"op":"replace","path":"/x","value":1}           ! Operation 1 of the patch: there is nothing at '/x'.
        {"op":"move","from":"/l","path":"/l/0"}          ! Operation 1 of the patch: '/l' cannot be moved into itself.
        {"op":"copy","from":"/x","path":"/y"}            ! Operation 1 of the patch: there is nothing at '/x'.
        {"op":"test","path":"/a","value":"1"}            ! Operation 1 of the patch: the test of '/a' failed: it is 1, not "1".
        """)
    void a_patch_that_does_not_fit_is_refused_with_the_reason(String operation, String message) throws Exception {
        JsonNode tree = json("{\"a\":1,\"l\":[1,2]}");

        assertThatThrownBy(() -> Patch.apply(tree, json("[" + operation + "]")))
                .isInstanceOf(PatchFailed.class)
                .hasMessage(message);
    }

    @Test
    void a_patch_is_applied_wholly_or_not_at_all() throws Exception {
        JsonNode tree = json("{\"a\":1}");

        assertThatThrownBy(() -> Patch.apply(
                        tree, json("[{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"remove\",\"path\":\"/a\"}]")))
                .hasMessage("Operation 2 of the patch: there is nothing at '/a'.");
        assertThat(tree).isEqualTo(json("{\"a\":1}"));
        assertThatThrownBy(() -> Patch.apply(tree, json("{}"))).hasMessage("A JSON patch is a list of operations.");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text);
    }
}
