package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The spine of the console: a route is designed, tested, reviewed and applied, a client sees it, and it is taken back. */
class OperatorJourneyTest extends Journey {
    private static final String OLD = "/shop/products/7";
    private static final String NEW = "/shop/things/7";

    @Test
    void a_route_is_changed_in_form_and_text_tested_reviewed_applied_seen_by_a_client_and_restored() throws Exception {
        openDemo();
        String before = active();
        assertThat(get(OLD)).startsWith("200 ");
        assertThat(get(NEW)).startsWith("404 ");

        fire("Routes");
        await(() -> rows() == 6);
        await(() -> scene.getRoot().lookupAll(".table-cell").stream()
                .anyMatch(cell -> ((Labeled) cell).getText() != null
                        && ((Labeled) cell).getText().endsWith("/s")));
        take("routes");
        openRoute("product");
        await(() -> shows("GET|HEAD /shop/products/{id} goes to catalog (90 %), catalog-next (10 %)."));
        take("designer");

        changeInFormAndText();
        testTheDraft();
        assertThat(get(OLD)).as("a draft changes nothing").startsWith("200 ");

        reviewAndApply();
        assertThat(get(NEW)).startsWith("200 {\"id\": 7");
        assertThat(get(OLD)).startsWith("404 ");

        restoreTheFirst();
        assertThat(get(OLD)).startsWith("200 {\"id\": 7");
        assertThat(get(NEW)).startsWith("404 ");
        assertThat(active()).isEqualTo(before);
        openRoute("product");
        await(() -> ((TextInputControl) named("Match › Path")).getText().equals("/shop/products/{id}"));
        assertThat(onFx(() -> button("#routes-review").getText())).endsWith("0");
    }

    private void changeInFormAndText() {
        TextInputControl path = (TextInputControl) named("Match › Path");
        TextArea yaml = yaml();
        type(path, "/shop/items/{id}");
        await(() -> yaml.getText().contains("path: /shop/items/{id}"));
        await(() -> button("#routes-review").getText().endsWith("1"));

        String good = onFx(() -> yaml.getText());
        write(yaml, good.replace("path: /shop/items/{id}", "path: [/shop/items/{id}"));
        await(() -> scene.lookup(".form-locked").isVisible());
        assertThat(onFx(() -> scene.lookup(".form > .form-scroll").isDisabled()))
                .isTrue();
        take("designer-broken");
        write(yaml, good.replace("/shop/items/{id}", "/shop/things/{id}"));
        await(() -> path.getText().equals("/shop/things/{id}"));
        assertThat(onFx(() -> scene.lookup(".form-locked").isVisible())).isFalse();
        await(() -> shows("product now takes GET|HEAD /shop/things/{id} instead of GET|HEAD /shop/products/{id}."));
    }

    private void testTheDraft() {
        fire("Test");
        ask("http://localhost" + NEW);
        await(() -> verdict().equals("product takes it."));
        take("designer-test");
        ask("http://localhost" + OLD);
        await(() -> verdict().startsWith("No route takes it"));
        assertThat(onFx(this::whys)).isNotEmpty();
        take("designer-miss");
    }

    private void reviewAndApply() {
        press("#routes-review");
        await(() -> scene.lookup("#apply") instanceof Button apply && !apply.isDisabled());
        take("review");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> scene.lookup("#show") instanceof Button show && show.isVisible() && !shows("Draft · 1"));
    }

    private void restoreTheFirst() {
        press("#show");
        await(() -> shows("Revision 2") && shows("1 route"));
        take("changes");
        Node first = onFx(() -> scene.getRoot().lookupAll(".table-cell").stream()
                .filter(node -> node instanceof Labeled cell && "1".equals(cell.getText()))
                .findFirst()
                .orElseThrow());
        robot.clickOn(first);
        await(() -> shows("Revision 1"));
        press("#restore");
        await(() -> scene.lookup(".dialog-question .danger") != null);
        press(".dialog-question .danger");
        await(() -> shows("Revision 1 is served again, as revision 3."));
    }

    private static void write(TextArea yaml, String text) {
        onFx(() -> {
            yaml.setText(text);
            return true;
        });
    }

    private void ask(String url) {
        onFx(() -> {
            ((TextField) scene.lookup("#test-url")).setText(url);
            return true;
        });
        press("#test-run");
    }

    private String verdict() {
        return scene.lookup("#test-verdict") instanceof Label label ? label.getText() : "";
    }

    private List<String> whys() {
        return scene.getRoot().lookupAll(".miss-why").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
