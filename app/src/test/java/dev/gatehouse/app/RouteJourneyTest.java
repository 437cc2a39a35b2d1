package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What else the designer does than the way of {@link OperatorJourneyTest}. */
class RouteJourneyTest extends Journey {
    @Test
    void the_designer_shows_calls_and_marks_the_stop_with_a_problem_and_reverts() throws Exception {
        openDemo();
        openRoute("product");
        fire("Calls");
        await(() -> !scene.getRoot().lookupAll(".side-pane .list-cell:filled").isEmpty());
        take("designer-calls");

        Node forward = onFx(() -> scene.lookup("#stop-forward"));
        onFx(() -> {
            forward.requestFocus();
            return true;
        });
        await(() -> find("Forward › Split › Path") != null);
        take("designer-forward");
        onFx(() -> {
            named("Forward › Split › Path").requestFocus(); // it lies below the parts of the split
            return true;
        });
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("products");
        await(() -> forward.getPseudoClassStates().toString().contains("problem"));
        take("designer-problem");

        await(() -> button("#routes-review").getText().endsWith("1"));
        fire("Revert");
        await(() -> button("#routes-review").getText().endsWith("0"));
        assertThat(onFx(() -> ((TextInputControl) named("Forward › Split › Path")).getText()))
                .isEqualTo("/products/{id}");
    }

    @Test
    void edit_in_the_review_leads_to_the_field_that_was_changed() throws Exception {
        openDemo();
        openRoute("product");
        type((TextInputControl) named("Match › Path"), "/products/{id}/{part}");
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        await(() -> scene.lookup("#stop-match") == null);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> find("Apply product") != null);
        fire("Edit");
        await(() -> scene.getFocusOwner() != null
                && "Match › Path".equals(scene.getFocusOwner().getAccessibleText()));
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
        TextArea yaml = yaml();
        assertThat(onFx(() -> yaml.getText()))
                .contains("- shop.example.org", "path: /carts/7", "- DELETE", "upstream: \"\"");
        fire("Undo: Create route carts");
        await(() -> rows() == 6 && scene.lookup("#stop-match") == null);
    }
}
