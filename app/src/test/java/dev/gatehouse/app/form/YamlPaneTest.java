package dev.gatehouse.app.form;

import static dev.gatehouse.app.form.Schemas.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

class YamlPaneTest extends UiTest {
    private final TreeEditing route = new TreeEditing(
            yaml("{match: {path: /shop/**, methods: [GET, HEAD]}, forward: {upstream: catalog}}"),
            Map.of("upstreams", List.of("catalog")));

    @Test
    void caret_and_field_mark_each_other_and_the_line_that_cannot_be_read_is_marked() {
        YamlModel model = new YamlModel(route, "products");
        YamlPane[] pane = new YamlPane[1];
        Scene scene = show(
                () -> {
                    pane[0] = new YamlPane(model);
                    return pane[0];
                },
                420,
                300);
        TextArea area = (TextArea) onFx(() -> scene.lookup(".yaml-area"));
        onFx(() -> {
            area.requestFocus();
            area.positionCaret(area.getText().indexOf("GET"));
            return true;
        });
        settle();
        assertThat(onFx(() -> pane[0].chosenProperty().get())).isEqualTo("/match/methods/0");
        onFx(() -> {
            pane[0].mark("/match/methods/0");
            return true;
        });
        settle();
        Node mark = onFx(() -> scene.lookup(".yaml-field"));
        assertThat(onFx(() -> mark.isVisible())).isTrue();
        Pictures.sketch(scene, "yaml-field");
        onFx(() -> {
            area.setText(area.getText().replace("upstream: catalog", "upstream: [catalog"));
            return true;
        });
        await(() -> scene.lookup(".yaml-problem").isVisible());
        settle();
        Pictures.sketch(scene, "yaml-problem");
        assertThat(onFx(() -> mark.isVisible())).isFalse();
    }
}
