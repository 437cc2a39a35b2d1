package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class DraftJourneyTest extends UiTest {
    /** What a console that was killed two seconds after an edit leaves behind. */
    private static final String LEFT_BEHIND = """
        {"revision": 1, "etag": "\\"1-json\\"", "undone": [], "held": {}, "done": [{
          "title": "New route greeting", "key": null, "pointer": "", "renamings": [],
          "touches": [{"key": {"kind": "routes", "name": "greeting"}, "place": 99, "before": null, "after":
            {"match": {"path": "/greeting"}, "forward": {"respond": {"status": 200, "body": "good morning"}}}}]}]}
        """;

    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // the test opens it first
    private Console console;

    @AfterEach
    void letGo() {
        onFx(() -> {
            console.close();
            return true;
        });
        System.clearProperty("gatehouse.data");
    }

    @Test
    void a_draft_that_a_killed_console_left_is_reviewed_applied_seen_by_a_client_and_restored_away() throws Exception {
        System.setProperty("gatehouse.data", folder.resolve("data").toString());
        Files.createDirectories(folder.resolve("drafts"));
        Files.writeString(folder.resolve("drafts/demo.json"), LEFT_BEHIND);
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
            return console.open();
        });
        onFx(() -> {
            console.install(scene);
            return true;
        });
        robot.clickOn("#open");
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(() -> shows(scene, "Draft · 1")));
        await(() -> !admin(scene).isEmpty());
        assertThat(get(scene)).doesNotContain("good morning");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> scene.lookup("#apply") instanceof Button apply && !apply.isDisabled());
        take(scene, "review");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> scene.lookup("#show") instanceof Button show && show.isVisible() && !shows(scene, "Draft · 1"));
        assertThat(get(scene)).isEqualTo("200 good morning");

        onFx(() -> {
            ((Button) scene.lookup("#show")).fire();
            return true;
        });
        await(() -> shows(scene, "Revision 2") && shows(scene, "1 route"));
        take(scene, "changes");
        Node first = onFx(() -> scene.getRoot().lookupAll(".table-cell").stream()
                .filter(node -> node instanceof Labeled cell && "1".equals(cell.getText()))
                .findFirst()
                .orElseThrow());
        robot.clickOn(first);
        await(() -> shows(scene, "Revision 1"));
        onFx(() -> {
            ((Button) scene.lookup("#restore")).fire();
            return true;
        });
        await(() -> scene.lookup(".dialog-question .danger") != null);
        onFx(() -> {
            ((Button) scene.lookup(".dialog-question .danger")).fire();
            return true;
        });
        await(() -> shows(scene, "Revision 1 is served again, as revision 3."));
        assertThat(get(scene)).doesNotContain("good morning");
    }

    /** The Admin API's address, as the status bar has it. */
    private static String admin(Scene scene) {
        Matcher address = ADDRESS.matcher(scene.lookup("#place") instanceof Label place ? place.getText() : "");
        return address.find() ? address.group() : "";
    }

    /** What a client gets from the demo's listener. */
    private String get(Scene scene) throws Exception {
        String token = Files.readString(folder.resolve("data/demo/admin.token")).strip();
        int port;
        try (AdminClient admin = new AdminClient(URI.create("http://" + onFx(() -> admin(scene))), token)) {
            port = admin.get("/status").path("listeners").path(0).path("port").asInt();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + "/greeting");
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    private static boolean shows(Scene scene, String words) {
        return Stream.concat(
                        scene.getRoot().lookupAll(".label").stream(), scene.getRoot().lookupAll(".table-cell").stream())
                .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText()) && visible(label));
    }

    private static boolean visible(Node node) {
        for (Node here = node; here != null; here = here.getParent()) {
            if (!here.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void take(Scene scene, String name) {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.apply();
                return true;
            });
            settle();
            settle();
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }
}
