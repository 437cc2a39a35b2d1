package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.app.client.AdminClient;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
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
        whatHappenedLeadsToTheUpstream();
    }

    private void whatHappenedLeadsToTheUpstream() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        patiently(() -> shows("Revision applied"));
        try (AdminClient admin = demo()) {
            JsonNode upstreams = admin.get("/config").path("upstreams");
            String name = upstreams.fieldNames().next();
            admin.send(
                    "PUT",
                    "/upstreams/" + name,
                    RealGateway.yaml("{targets: [{address: '127.0.0.1:9'}]}"),
                    Map.of("If-Match", "*"));
            String words = "Target 127.0.0.1:9 of " + name;
            patiently(() -> shows("Target down") && link(words) != null);
            robot.push(KeyCode.DOWN);
            await(() -> shows("Before and after"));
            take("events");
            onFx(() -> {
                Objects.requireNonNull(link(words)).fire();
                return true;
            });
            patiently(() -> scene.lookup(".target-line") != null && shows(name));
        }
    }

    private @Nullable Hyperlink link(String words) {
        return scene.getRoot().lookupAll(".hyperlink").stream()
                .filter(node -> node instanceof Hyperlink link && words.equals(link.getText()))
                .map(Hyperlink.class::cast)
                .findFirst()
                .orElse(null);
    }
}
