package dev.gatehouse.app.form;

import static dev.gatehouse.app.form.Schemas.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.app.Pictures;
import dev.gatehouse.app.UiTest;
import dev.gatehouse.app.look.Theme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.junit.jupiter.api.Test;

class FormViewTest extends UiTest {
    private static final Map<String, List<String>> NAMES =
            Map.of("upstreams", List.of("catalog", "catalog-next", "orders"), "listeners", List.of("public"));

    @SuppressWarnings("NullAway.Init") // each test opens a form first
    private TreeEditing object;

    @SuppressWarnings("NullAway.Init") // each test opens a form first
    private FormModel model;

    @SuppressWarnings("NullAway.Init") // each test opens a form first
    private FormView view;

    private Scene open(FormSchema schema, String collection, ObjectNode tree, int width) {
        Scene scene = show(
                () -> {
                    object = new TreeEditing(tree, NAMES);
                    model = new FormModel(schema, schema.of(collection), object);
                    view = new FormView(model);
                    view.show(
                            schema.of(collection).title(),
                            schema.of(collection).help(),
                            model.root().parts());
                    HBox.setHgrow(view, Priority.ALWAYS);
                    return new HBox(view);
                },
                width,
                900);
        robot.targetWindow(scene.getWindow());
        return scene;
    }

    @Test
    void what_is_typed_is_in_the_object_a_moment_later_and_undoing_shows_in_the_field() {
        Scene scene = open(Schemas.engine(), "routes", route(), 700);
        TextInputControl path = field(scene, "Match › Path");
        robot.clickOn(path);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("/store/{id}");
        await(() -> object.tree().at("/match/path").asText().equals("/store/{id}"));
        onFx(() -> {
            object.set("/match/path", object.tree().textNode("/shop/**"), "Undo");
            return true;
        });
        assertThat(onFx(() -> path.getText())).isEqualTo("/shop/**");
        assertThat(onFx(() -> view.chosenProperty().get())).isEqualTo("/match/path");
    }

    @Test
    void f8_goes_from_problem_to_problem_and_opens_what_is_folded() {
        ObjectNode tree = route();
        tree.put("priority", "high");
        ((ObjectNode) tree.path("match")).put("path", "shop");
        Scene scene = open(Schemas.engine(), "routes", tree, 700);
        assertThat(onFx(() -> field(scene, "Priority").getScene())).isNotNull();
        onFx(() -> {
            view.nextProblem();
            return true;
        });
        assertThat(onFx(() -> scene.getFocusOwner().getAccessibleText())).isEqualTo("Match › Path");
        robot.push(KeyCode.F8);
        assertThat(onFx(() -> scene.getFocusOwner().getAccessibleText())).isEqualTo("Priority");
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("5");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.F8);
        assertThat(onFx(() -> scene.getFocusOwner().getAccessibleText())).isEqualTo("Match › Path");
        assertThat(onFx(() -> model.problemsProperty().get())).isEqualTo(1);
    }

    @Test
    void lists_maps_and_alternatives_are_edited_with_the_keyboard() {
        Scene scene = open(Schemas.engine(), "routes", route(), 700);
        fire(scene, "Add to Match › Hosts");
        robot.write("shop.example.org");
        await(() -> object.tree().at("/match/hosts/0").asText().equals("shop.example.org"));
        robot.clickOn(field(scene, "Match › Headers: New name"));
        robot.write("x-beta");
        robot.push(KeyCode.ENTER);
        robot.write("1");
        await(() -> object.tree().at("/match/headers/x-beta").asText().equals("1"));
        ToggleButton split = onFx(() -> (ToggleButton) scene.getRoot().lookupAll(".segment").stream()
                .filter(node -> ((ToggleButton) node).getText().equals("Split"))
                .findFirst()
                .orElseThrow());
        onFx(() -> {
            split.fire();
            return true;
        });
        settle();
        assertThat(object.tree().path("forward").path("split")).hasSize(1);
        fire(scene, "Add to Forward › Split › Split");
        assertThat(object.tree().path("forward").path("split")).hasSize(2);
        fire(scene, "Take out Forward › Split › Split › 2");
        assertThat(object.tree().path("forward").path("split")).hasSize(1);
    }

    @Test
    void everything_that_takes_the_focus_has_words() {
        Scene scene = open(Schemas.wide(), "routes", wide(), 700);
        List<String> mute = onFx(() -> scene.getRoot().lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !(node instanceof javafx.scene.control.Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty()))
                .filter(node -> node.getAccessibleText() == null && insideWords(node) == null)
                .map(Node::toString)
                .toList());
        assertThat(mute).isEmpty();
    }

    @Test
    void pictures_of_forms() {
        Scene scene = open(Schemas.engine(), "routes", newer(), 760);
        sketch(scene, "form-route");
        scene = open(Schemas.engine(), "routes", newer(), 480);
        sketch(scene, "form-route-narrow");
        ObjectNode upstream = yaml("""
            targets:
              - address: 127.0.0.1:9101
              - address: 127.0.0.1
                weight: 3
            timeouts:
              response: 90m
            """);
        scene = open(Schemas.engine(), "upstreams", upstream, 760);
        sketch(scene, "form-upstream");
        scene = open(Schemas.wide(), "routes", wide(), 760);
        sketch(scene, "form-wide");
    }

    private static void sketch(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            Pictures.sketch(scene, name + "-" + theme);
        }
        onFx(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }

    private static @org.jspecify.annotations.Nullable String insideWords(Node node) {
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getAccessibleText() != null) {
                return at.getAccessibleText();
            }
        }
        return null;
    }

    private void fire(Scene scene, String words) {
        onFx(() -> {
            ((Button) Objects.requireNonNull(find(scene, words))).fire();
            return true;
        });
        settle();
    }

    private static TextInputControl field(Scene scene, String words) {
        return (TextInputControl) Objects.requireNonNull(onFx(() -> find(scene, words)));
    }

    private static Node find(Scene scene, String words) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(words));
    }

    private static ObjectNode route() {
        return yaml("{match: {path: /shop/**}, forward: {upstream: catalog}}");
    }

    private static ObjectNode newer() {
        return yaml("""
            title: Shop
            labels: {team: retail}
            match:
              hosts: [shop.example.org, "*.example.org"]
              path: shop
              methods: [GET, HEAD, PURGE]
              headers: {x-channel: mobile}
            forward:
              split:
                - {upstream: catalog, weight: 95}
                - {upstream: catalgo-next, weight: 5}
            cache:
              ttl: 5s
            priority: 7
            """);
    }

    private static ObjectNode wide() {
        return yaml("{enabled: true, limit: 600/min, size: 2MiB, mode: two, key: {env: SHOP_KEY}, odd: 1.5, "
                + "tree: {name: root}, policies: [{type: rate-limit, limit: 5/s}, {type: cors}]}");
    }
}
