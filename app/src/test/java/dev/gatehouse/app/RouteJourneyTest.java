package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class RouteJourneyTest extends UiTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // the test opens it first
    private Console console;

    @SuppressWarnings("NullAway.Init") // the test opens it first
    private Scene scene;

    @AfterEach
    void closeConsole() {
        onFx(() -> {
            console.close();
            return true;
        });
        System.clearProperty("gatehouse.data");
    }

    @Test
    void a_route_is_changed_in_form_and_text_tested_and_taken_back() throws Exception {
        openDemo();
        fire("Routes");
        await(() -> rows() == 6);
        await(() -> scene.getRoot().lookupAll(".table-cell").stream()
                .anyMatch(cell -> ((Labeled) cell).getText() != null
                        && ((Labeled) cell).getText().endsWith("/s")));
        take("routes");

        openRoute("product");
        await(() -> scene.lookup("#stop-match") != null);
        settle();
        take("designer");

        TextInputControl path = (TextInputControl) named("Match › Path");
        robot.targetWindow(scene.getWindow());
        robot.clickOn(path);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("/shop/items/{id}");
        TextArea yaml = (TextArea) named("The object as YAML");
        await(() -> yaml.getText().contains("path: /shop/items/{id}"));
        await(() -> button("#routes-review").getText().endsWith("1"));

        String good = onFx(() -> yaml.getText());
        onFx(() -> {
            yaml.setText(good.replace("path: /shop/items/{id}", "path: [/shop/items/{id}"));
            return true;
        });
        await(() -> scene.lookup(".form-locked").isVisible());
        assertThat(onFx(() -> scene.lookup(".form > .form-scroll").isDisabled()))
                .isTrue();
        take("designer-broken");
        onFx(() -> {
            yaml.setText(good.replace("/shop/items/{id}", "/shop/things/{id}"));
            return true;
        });
        await(() -> path.getText().equals("/shop/things/{id}"));
        assertThat(onFx(() -> scene.lookup(".form-locked").isVisible())).isFalse();

        fire("Test");
        TextField url = (TextField) onFx(() -> scene.lookup("#test-url"));
        ask(url, "http://localhost/shop/things/7");
        await(() -> verdict().equals("product takes it."));
        take("designer-test");
        ask(url, "http://localhost/shop/thing/7");
        await(() -> verdict().startsWith("No route takes it"));
        assertThat(onFx(() -> scene.getRoot().lookupAll(".miss-why").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .isNotEmpty();
        take("designer-miss");
        fire("Calls");
        await(() -> !scene.getRoot().lookupAll(".side-pane .list-cell:filled").isEmpty());
        take("designer-calls");

        onFx(() -> {
            stop("forward").requestFocus();
            return true;
        });
        await(() -> find("Forward › Split › Path") != null);
        take("designer-forward");
        TextInputControl forward = (TextInputControl) named("Forward › Split › Path");
        robot.clickOn(forward);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("products");
        await(() ->
                scene.lookup("#stop-forward").getPseudoClassStates().toString().contains("problem"));
        take("designer-problem");

        fire("Revert");
        await(() -> button("#routes-review").getText().endsWith("0"));
        assertThat(onFx(() -> path.getText())).isEqualTo("/shop/products/{id}");
    }

    @Test
    void a_new_route_starts_from_a_curl_line_and_is_gone_when_it_is_undone() throws Exception {
        openDemo();
        fire("Routes");
        await(() -> rows() == 6);
        fire("New route");
        await(() -> find("Paste a curl line (optional)") != null);
        onFx(() -> {
            ((TextArea) named("Paste a curl line (optional)"))
                    .setText("curl -H 'accept: */*' -X DELETE https://shop.example.org/carts/7?now=1");
            return true;
        });
        assertThat(onFx(() -> ((TextField) scene.lookup("#new-route-name")).getText()))
                .isEqualTo("carts");
        take("new-route");
        fire("Create route");
        await(() -> scene.lookup("#stop-match") != null);
        TextArea yaml = (TextArea) named("The object as YAML");
        assertThat(onFx(() -> yaml.getText()))
                .contains("- shop.example.org", "path: /carts/7", "- DELETE", "upstream: \"\"");
        fire("Undo: Create route carts");
        await(() -> rows() == 6 && scene.lookup("#stop-match") == null);
    }

    @Test
    void sketches_of_the_least_window_and_of_large_text() throws Exception {
        openDemo(1024, 700);
        fire("Routes");
        await(() -> rows() == 6);
        Pictures.sketch(scene, "routes-small");
        openRoute("product");
        await(() -> scene.lookup("#stop-match") != null);
        settle();
        Pictures.sketch(scene, "designer-small");
        onFx(() -> {
            scene.getRoot().getStyleClass().remove(Scale.NORMAL.styleClass());
            scene.getRoot().getStyleClass().add(Scale.LARGER.styleClass());
            return true;
        });
        settle();
        Pictures.sketch(scene, "designer-large");
    }

    private void openDemo() throws Exception {
        openDemo(WIDTH, HEIGHT);
    }

    private void openDemo(int width, int height) throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
                    return console.open();
                },
                width,
                height);
        robot.targetWindow(scene.getWindow());
        onFx(() -> {
            button("#open").fire();
            return true;
        });
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(() -> scene.lookup(".chart-plot") != null));
    }

    private void openRoute(String name) {
        onFx(() -> {
            TableView<?> table = (TableView<?>) scene.lookup(".table-view");
            table.requestFocus();
            for (int i = 0; i < table.getItems().size(); i++) {
                if (table.getItems().get(i).toString().contains("name=" + name + ",")) {
                    table.getSelectionModel().clearAndSelect(i);
                }
            }
            return true;
        });
        robot.targetWindow(scene.getWindow());
        robot.push(KeyCode.ENTER);
    }

    private void ask(TextField url, String text) {
        onFx(() -> {
            url.setText(text);
            button("#test-run").fire();
            return true;
        });
    }

    private String verdict() {
        return scene.lookup("#test-verdict") instanceof Label label ? label.getText() : "";
    }

    private int rows() {
        return scene.lookup(".data-table .table-view") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    private Node stop(String id) {
        return scene.lookup("#stop-" + id);
    }

    private Button button(String selector) {
        return (Button) scene.lookup(selector);
    }

    private void fire(String words) {
        onFx(() -> {
            scene.getRoot().lookupAll("*").stream()
                    .filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(button -> words.equals(button.getText()) && visible(button))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(words))
                    .fire();
            return true;
        });
        settle();
    }

    private static boolean visible(Node node) {
        return node == null || (node.isVisible() && visible(node.getParent()));
    }

    private Node named(String words) {
        return onFx(() -> Objects.requireNonNull(find(words), words));
    }

    private @Nullable Node find(String words) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .findFirst()
                .orElse(null);
    }

    private void take(String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        onFx(() -> {
            Theme.LIGHT.apply();
            return true;
        });
    }
}
