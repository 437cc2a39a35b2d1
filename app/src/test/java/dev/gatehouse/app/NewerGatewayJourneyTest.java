package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.work.UiThread;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A gateway that knows more than the console. */
class NewerGatewayJourneyTest extends Journey {
    @Test
    void fields_that_only_the_gateway_knows_show_and_survive_an_edit() throws Exception {
        try (RealGateway gateway = new RealGateway(folder, UiThread.executor());
                Front front = new Front(gateway.address(), "priority")) {
            gateway.put(RealGateway.SHOP.replace("hello: {match", "hello: {priority: 7, match"));
            new Profiles(new ConsoleFolder(folder))
                    .save(new Profile("s", "Shop", front.address(), Environment.NONE), gateway.token());
            openConsole(WIDTH, HEIGHT);
            robot.push(KeyCode.CONTROL, KeyCode.G);
            await(() -> scene.lookup(".gateway-choice") != null);
            onFx(() -> {
                scene.getRoot().lookupAll(".gateway-choice").stream()
                        .filter(node ->
                                Objects.toString(node.getAccessibleText()).startsWith("Shop,"))
                        .map(node -> (Button) node)
                        .forEach(Button::fire);
                return true;
            });
            await(() -> scene.lookup(".chart-plot") != null);

            openRoute("hello");
            stop("about");
            await(() -> find("Other fields") != null);
            TextInputControl others = (TextInputControl) named("Other fields");
            assertThat(onFx(() -> others.getText())).isEqualTo("priority: 7\n");
            Pictures.sketch(scene, "designer-newer");
            stop("match");
            type((TextInputControl) named("Match › Path"), "/greeting");
            await(() -> yaml().getText().contains("path: /greeting"));
            assertThat(onFx(() -> yaml().getText())).contains("priority: 7");

            press("#routes-review");
            await(() -> scene.lookup("#apply") instanceof Button apply && !apply.isDisabled());
            press("#apply");
            await(() -> scene.lookup("#show") instanceof Button show && show.isVisible() && !shows("Draft · 1"));
            assertThat(gateway.get("/greeting")).isEqualTo("200 hello");
            assertThat(gateway.active().at("/routes/hello/priority").asInt()).isEqualTo(7);
        }
    }

    private void stop(String id) {
        onFx(() -> {
            scene.lookup("#stop-" + id).requestFocus();
            return true;
        });
        settle();
    }
}
