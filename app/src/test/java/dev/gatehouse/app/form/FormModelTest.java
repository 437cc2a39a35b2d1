package dev.gatehouse.app.form;

import static dev.gatehouse.app.form.Schemas.yaml;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private static final Map<String, List<String>> NAMES =
            Map.of("upstreams", List.of("catalog", "orders"), "listeners", List.of("public"));

    private final TreeEditing route = new TreeEditing(yaml("""
        match:
          path: /shop/**
          methods: [GET, HEAD]
        forward:
          upstream: catalog
        """), NAMES);
    private final FormModel form =
            new FormModel(Schemas.engine(), Schemas.engine().of("routes"), route);

    @Test
    void the_fields_stand_in_the_schemas_order_with_its_words() {
        assertThat(form.root().parts().stream().map(part -> part.field().title()))
                .containsExactly(
                        "Title",
                        "Description",
                        "Labels",
                        "Owner",
                        "Match",
                        "Priority",
                        "Deadline",
                        "Importance",
                        "Forward",
                        "Other fields");
        assertThat(value("/match/path").textProperty().get()).isEqualTo("/shop/**");
        assertThat(value("/match/path").field().byDefault()).hasToString("\"/**\"");
    }

    @Test
    void what_is_typed_reaches_the_tree_when_typing_stops() {
        ValuePart path = value("/match/path");
        path.type("/store/**");
        assertThat(route.tree().at("/match/path").asText()).isEqualTo("/shop/**");
        path.commit();
        assertThat(route.tree().at("/match/path").asText()).isEqualTo("/store/**");
        assertThat(route.titles).containsExactly("Change Match › Path");
        assertThat(path.changedProperty().get()).isTrue();
        path.takeBack();
        assertThat(path.textProperty().get()).isEqualTo("/shop/**");
        assertThat(path.changedProperty().get()).isFalse();
    }

    @Test
    void a_value_that_is_taken_out_takes_the_objects_with_it_that_it_leaves_empty() {
        value("/match/path").reset();
        assertThat(route.tree().at("/match/methods")).hasSize(2);
        ItemsPart methods = (ItemsPart) form.at("/match/methods");
        methods.remove(methods.items().getLast());
        methods.remove(methods.items().getLast());
        assertThat(route.tree()).isEqualTo(yaml("forward: {upstream: catalog}"));
        value("/match/path").type("/a");
        value("/match/path").commit();
        assertThat(route.tree()).isEqualTo(yaml("{forward: {upstream: catalog}, match: {path: /a}}"));
    }

    @Test
    void a_wrong_value_stays_as_it_was_typed_and_says_what_is_wrong() {
        ValuePart priority = value("/priority");
        priority.type("high");
        assertThat(priority.problemProperty().get()).isEmpty();
        priority.commit();
        assertThat(route.tree().path("priority").asText()).isEqualTo("high");
        assertThat(priority.problemProperty().get()).isEqualTo("\"high\" is not a whole number.");
        assertThat(form.problemsProperty().get()).isEqualTo(1);
        priority.type("9999999");
        priority.commit();
        assertThat(priority.problemProperty().get()).isEqualTo("At most 1000000.");
        priority.type("10");
        priority.commit();
        assertThat(route.tree().path("priority").isInt()).isTrue();
        assertThat(form.problemsProperty().get()).isZero();
    }

    @Test
    void a_reference_that_leads_nowhere_says_what_was_probably_meant() {
        ValuePart upstream = value("/forward/upstream");
        upstream.type("catalgo");
        upstream.commit();
        assertThat(upstream.problemProperty().get())
                .isEqualTo("\"catalgo\" is none of the upstreams. Did you mean catalog?");
    }

    @Test
    void another_destination_keeps_what_was_typed_under_the_first_until_the_form_is_left() {
        ChoicePart forward = (ChoicePart) requireNonNull(form.root().part("forward"));
        value("/forward/path").type("/products/{id}");
        form.commit();
        forward.choose(alternative(forward, "Respond"));
        assertThat(route.tree().path("forward")).isEqualTo(yaml("respond: {}"));
        assertThat(form.withProblems()).isEmpty();
        value("/forward/respond/status").type("503");
        form.commit();
        forward.choose(alternative(forward, "Upstream"));
        assertThat(route.tree().path("forward")).isEqualTo(yaml("{upstream: catalog, path: \"/products/{id}\"}"));
        forward.choose(alternative(forward, "Respond"));
        assertThat(route.tree().path("forward")).isEqualTo(yaml("respond: {status: 503}"));
    }

    @Test
    void a_split_starts_with_one_share_and_keeps_the_path_that_both_have() {
        ChoicePart forward = (ChoicePart) requireNonNull(form.root().part("forward"));
        value("/forward/path").type("/p");
        forward.choose(alternative(forward, "Split"));
        assertThat(route.tree().path("forward")).isEqualTo(yaml("{split: [{upstream: \"\"}], path: /p}"));
        assertThat(form.withProblems()).as("nothing was typed yet").isEmpty();
        ValuePart first = value("/forward/split/0/upstream");
        first.type("orders");
        first.commit();
        first.type("");
        first.commit();
        assertThat(form.withProblems()).containsExactly(first);
    }

    @Test
    void an_optional_choice_that_is_cleared_leaves_nothing_behind_and_comes_back_as_it_was() {
        TreeEditing upstream = new TreeEditing(yaml("""
            targets: [{address: "127.0.0.1:9101"}]
            breaker: {failures: 50%}
            """), NAMES);
        FormModel model = new FormModel(Schemas.engine(), Schemas.engine().of("upstreams"), upstream);
        GroupPart breaker = (GroupPart) requireNonNull(model.root().part("breaker"));
        ChoicePart fallback = (ChoicePart) requireNonNull(breaker.part("fallback"));
        assertThat(fallback.chosenProperty().get()).isNull();
        fallback.clear();
        assertThat(upstream.titles).as("nothing to take out").isEmpty();
        fallback.choose(alternative(fallback, "Respond"));
        ((ValuePart) model.at("/breaker/fallback/respond/status")).type("503"); // typing has not stopped yet
        fallback.clear();
        assertThat(upstream.tree().path("breaker")).isEqualTo(yaml("failures: 50%"));
        assertThat(upstream.titles.getLast()).isEqualTo("Take out " + fallback.words());
        assertThat(fallback.chosenProperty().get()).isNull();
        assertThat(fallback.groupProperty().get()).isNull();
        assertThat(fallback.children()).isEmpty();
        assertThat(model.withProblems()).isEmpty();
        fallback.choose(alternative(fallback, "Respond"));
        assertThat(upstream.tree().at("/breaker/fallback")).isEqualTo(yaml("respond: {status: 503}"));
    }

    @Test
    void a_choice_that_must_be_made_misses_what_was_cleared() {
        ChoicePart forward = (ChoicePart) requireNonNull(form.root().part("forward"));
        forward.clear();
        assertThat(route.tree().has("forward")).isFalse();
        assertThat(form.withProblems()).containsExactly(forward);
        forward.choose(alternative(forward, "Upstream"));
        assertThat(route.tree().path("forward")).isEqualTo(yaml("upstream: catalog"));
        assertThat(form.withProblems()).isEmpty();
    }

    @Test
    void items_are_added_moved_and_taken_out() {
        ItemsPart methods = (ItemsPart) form.at("/match/methods");
        ValuePart added = (ValuePart) requireNonNull(methods.add());
        added.type("POST");
        added.commit();
        methods.move(added, -2);
        assertThat(route.tree().at("/match/methods")).hasToString("[\"POST\",\"GET\",\"HEAD\"]");
        methods.remove(methods.items().get(1));
        assertThat(route.tree().at("/match/methods")).hasToString("[\"POST\",\"HEAD\"]");
        ValuePart unwanted = (ValuePart) requireNonNull(methods.add());
        unwanted.leave();
        assertThat(route.tree().at("/match/methods")).hasSize(2);
    }

    @Test
    void entries_of_a_map_keep_their_place_when_they_are_renamed() {
        EntriesPart headers = (EntriesPart)
                requireNonNull(((GroupPart) requireNonNull(form.root().part("match"))).part("headers"));
        ValuePart one = (ValuePart) requireNonNull(headers.add("x-one"));
        one.type("1");
        one.commit();
        requireNonNull(headers.add("x-two"));
        headers.rename(headers.entries().getFirst(), "x-first");
        assertThat(route.tree().at("/match/headers")).hasToString("{\"x-first\":\"1\",\"x-two\":\"\"}");
        assertThat(headers.refusal("x-two")).isEqualTo("There is a x-two already.");
        assertThat(headers.refusal("not a name")).contains("cannot be a name");
        headers.remove(headers.entries().getFirst());
        headers.remove(headers.entries().getFirst());
        assertThat(route.tree().path("match").has("headers")).isFalse();
    }

    @Test
    void what_the_gateway_refuses_shows_at_the_field_or_the_nearest_around_it() {
        form.violations(List.of(
                new Violation("/match/path", "Another route takes this."),
                new Violation("/match/listeners/3", "There is no such listener.")));
        assertThat(value("/match/path").problemProperty().get()).isEqualTo("Another route takes this.");
        assertThat(form.at("/match/listeners").problemProperty().get()).isEqualTo("There is no such listener.");
        assertThat(form.problemsProperty().get()).isEqualTo(2);
        form.violations(List.of());
        assertThat(form.withProblems()).isEmpty();
    }

    @Test
    void nothing_is_missing_in_an_object_that_may_be_left_out_until_it_is_there() {
        GroupPart mirror = (GroupPart) form.at("/forward/mirror");
        Part upstream = requireNonNull(mirror.part("upstream"));
        form.violations(List.of());
        assertThat(upstream.problemProperty().get()).isEmpty();
        assertThat(form.withProblems()).isEmpty();
        ((ValuePart) form.at("/forward/mirror/share"))
                .choose(yaml("{share: 10%}").path("share"));
        assertThat(form.withProblems()).containsExactly(upstream);
    }

    @Test
    void fields_of_a_newer_gateway_are_kept_and_can_be_edited_as_yaml() {
        TreeEditing newer = new TreeEditing(
                yaml("{cache: {ttl: 5s}, match: {path: /a, fragment: x}, forward: {upstream: catalog, shadow: true}}"),
                NAMES);
        FormModel model = new FormModel(Schemas.engine(), Schemas.engine().of("routes"), newer);
        OthersPart others = (OthersPart) model.root().parts().getLast();
        assertThat(others.textProperty().get()).isEqualTo("cache:\n  ttl: 5s\n");
        ((ValuePart) model.at("/match/path")).type("/b");
        others.type("cache:\n  ttl: [");
        model.commit();
        assertThat(others.problemProperty().get()).startsWith("Line 2");
        others.type("cache:\n  ttl: 9s\n");
        others.commit();
        assertThat(newer.tree())
                .isEqualTo(yaml("{cache: {ttl: 9s}, match: {path: /b, fragment: x}, "
                        + "forward: {upstream: catalog, shadow: true}}"));
        assertThat(model.withProblems()).isEmpty();
    }

    @Test
    void kinds_of_later_schemas_are_read() {
        TreeEditing object = new TreeEditing(
                yaml("{limit: 600/min, policies: [{type: rate-limit, limit: 5/s}, {type: cors}], odd: 1.5}"), NAMES);
        FormModel model = new FormModel(Schemas.wide(), Schemas.wide().of("routes"), object);
        assertThat(((ValuePart) model.at("/limit")).readingProperty().get()).isEqualTo("10 a second on average");
        ItemsPart policies = (ItemsPart) model.at("/policies");
        ChoicePart first = (ChoicePart) policies.items().getFirst();
        assertThat(requireNonNull(first.chosenProperty().get()).title()).isEqualTo("Rate limit");
        assertThat(requireNonNull(first.groupProperty().get()).parts().stream()
                        .map(part -> part.field().title()))
                .containsExactly("Limit", "Other fields");
        assertThat(model.at("/policies/0/limit").words()).isEqualTo("Policies › 1 › Rate limit › Limit");
        assertThat(model.withProblems()).isEmpty();
        ((ValuePart) model.at("/odd")).type("2.5");
        model.commit();
        assertThat(object.tree().path("odd").asDouble()).isEqualTo(2.5);
    }

    private ValuePart value(String pointer) {
        Part part = form.at(pointer);
        assertThat(part.pointer()).isEqualTo(pointer);
        return (ValuePart) part;
    }

    private static Alternative alternative(ChoicePart part, String title) {
        return part.alternatives().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
