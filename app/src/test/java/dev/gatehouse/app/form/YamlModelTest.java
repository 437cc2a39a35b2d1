package dev.gatehouse.app.form;

import static dev.gatehouse.app.form.Schemas.yaml;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlModelTest {
    private final TreeEditing route = new TreeEditing(
            yaml("{match: {path: /shop/**}, forward: {upstream: catalog}}"), Map.of("upstreams", List.of("catalog")));
    private final YamlModel text = new YamlModel(route, "products");
    private final FormModel form =
            new FormModel(Schemas.engine(), Schemas.engine().of("routes"), route);

    @Test
    void the_text_follows_the_form_and_the_form_the_text() {
        ValuePart path = (ValuePart) form.at("/match/path");
        path.type("/store/**");
        path.commit();
        assertThat(text.textProperty().get()).isEqualTo("match:\n  path: /store/**\nforward:\n  upstream: catalog\n");
        text.type("match:\n  path: /other  # for now\nforward:\n  upstream: catalog\n");
        assertThat(path.textProperty().get()).isEqualTo("/store/**");
        text.commit();
        assertThat(path.textProperty().get()).isEqualTo("/other");
        path.type("/third");
        path.commit();
        assertThat(text.textProperty().get()).contains("path: /third  # for now");
        assertThat(text.hasComments()).isTrue();
        assertThat(route.titles).contains("Change products as YAML");
    }

    @Test
    void text_that_cannot_be_read_is_kept_and_locks_the_form_until_it_is_mended() {
        text.type("match: [\n");
        text.commit();
        assertThat(requireNonNull(form.brokenProperty().get()).text()).isEqualTo("match: [\n");
        assertThat(requireNonNull(text.brokenProperty().get()).line()).isEqualTo(1);
        assertThat(route.tree().at("/match/path").asText()).isEqualTo("/shop/**");
        assertThat(new YamlModel(route, "products").textProperty().get())
                .as("somebody comes back to it")
                .isEqualTo("match: [\n");
        text.type("just words");
        text.commit();
        assertThat(requireNonNull(text.brokenProperty().get()).problem()).contains("name: value");
        text.type("forward: {upstream: orders}");
        text.commit();
        assertThat(text.brokenProperty().get()).isNull();
        assertThat(form.brokenProperty().get()).isNull();
        assertThat(route.tree()).isEqualTo(yaml("{forward: {upstream: orders}}"));
        assertThat(text.textProperty().get()).isEqualTo("forward: {upstream: orders}");
    }

    @Test
    void broken_text_that_somebody_reverts_is_gone() {
        text.type("match: [\n");
        text.commit();
        route.release();
        assertThat(text.textProperty().get()).isEqualTo("match:\n  path: /shop/**\nforward:\n  upstream: catalog\n");
    }

    @Test
    void lines_and_fields_know_each_other() {
        assertThat(text.fieldAt(1)).isEqualTo("/match/path");
        assertThat(requireNonNull(text.place("/forward/upstream")).line()).isEqualTo(3);
        assertThat(text.place("/priority")).isNull();
    }
}
