package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** An operator watches the demo's traffic and finds out why calls fail. */
class WatchJourneyTest extends Journey {
    @Test
    void a_failed_call_is_found_and_explains_itself() throws Exception {
        openDemo();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        patiently(() -> scene.lookup("#query") != null && rows() > 10);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        await(() -> scene.getFocusOwner() instanceof TextField);
        robot.write("fault:method-not-allowed").push(KeyCode.ENTER);
        patiently(() -> rows() > 0 && scene.lookup(".status-4xx") != null);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        patiently(() -> scene.lookup("#explain") != null);
        robot.clickOn("#explain");
        patiently(() -> scene.lookup(".verdict") != null);
        assertThat(onFx(() -> scene.getRoot().lookupAll(".verdict .label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList()))
                .anyMatch(words -> words.contains("would take it"));
        take("traffic");
        robot.push(KeyCode.ESCAPE);
        await(() -> scene.lookup("#explain") == null);
    }
}
