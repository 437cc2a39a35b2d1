package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.look.Theme;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.profile.Environment;
import dev.gatehouse.app.profile.Profile;
import dev.gatehouse.app.profile.Profiles;
import dev.gatehouse.app.work.UiThread;
import dev.gatehouse.engine.Gateway;
import dev.gatehouse.engine.GatewayOptions;
import dev.gatehouse.engine.StartFailed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Real gateways, switched between, lost and found again. */
class GatewaysJourneyTest extends UiTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private Console console;

    @AfterEach
    void letGo() {
        onFx(() -> {
            console.close();
            return true;
        });
    }

    @Test
    void the_chip_lists_the_gateways_and_switches_between_two_without_a_restart() throws Exception {
        try (Gateway shop = start("shop", 0);
                Gateway test = start("test", 0)) {
            save("s", "Shop", Environment.PRODUCTION, shop);
            save("t", "Test bench", Environment.TEST, test);
            Scene scene = open();
            choose(scene, "Shop");
            awaitLong(() -> text(scene, "#gateway").equals("Shop")
                    && text(scene, "#traffic").contains("/s"));
            assertThat(onFx(() -> scene.lookup("#band").getStyleClass())).contains("production");
            String place = onFx(() -> text(scene, "#place"));

            choose(scene, "Test bench");
            awaitLong(() -> text(scene, "#gateway").equals("Test bench")
                    && text(scene, "#traffic").contains("/s"));
            assertThat(onFx(() -> scene.lookup("#band").getStyleClass()))
                    .contains("test")
                    .doesNotContain("production");
            assertThat(onFx(() -> text(scene, "#place"))).isNotEqualTo(place);
            assertThat(onFx(() -> scene.lookup(".welcome"))).isNull();

            openMenu(scene);
            Pictures.takeBoth(scene, "gateways");
            robot.push(KeyCode.ESCAPE);
            await(() -> scene.lookup(".gateway-menu") == null);

            robot.push(KeyCode.CONTROL, KeyCode.K);
            await(() -> scene.lookup(".palette") != null);
            robot.write("revision 1");
            await(() -> scene.getRoot().lookupAll(".palette .label").stream()
                    .anyMatch(node -> ((Label) node).getText().equals("Revision 1")));
            Pictures.takeBoth(scene, "palette");
            robot.push(KeyCode.ESCAPE);
        }
    }

    @Test
    void a_gateway_that_dies_is_said_and_dims_what_is_old_and_one_that_returns_is_found() throws Exception {
        Gateway first = start("shop", 0);
        int port = first.adminAddress().getPort();
        save("s", "Shop", Environment.NONE, first);
        Scene scene = open();
        settle();
        Pictures.takeBoth(scene, "welcome-saved");
        choose(scene, "Shop");
        awaitLong(() -> text(scene, "#traffic").contains("/s"));
        assertThat(onFx(() -> scene.lookup("#banner").isVisible())).isFalse();
        first.close();
        awaitLong(() -> scene.lookup("#banner").isVisible());
        assertThat(onFx(() -> scene.lookup("#content").getStyleClass())).contains("dimmed");
        assertThat(onFx(() -> scene.lookup("#traffic").getStyleClass())).contains("dimmed");
        assertThat(onFx(() -> text(scene, "#bannerWords"))).contains("next try in");
        awaitLong(() -> text(scene, "#age").startsWith("These numbers are"));
        Pictures.takeBoth(scene, "lost");

        try (Gateway again = start("shop", port)) {
            assertThat(again.adminAddress().getPort()).isEqualTo(port);
            onFx(() -> {
                ((Button) scene.lookup("#reconnect")).fire();
                return true;
            });
            awaitLong(() -> !scene.lookup("#banner").isVisible());
            assertThat(onFx(() -> scene.lookup("#content").getStyleClass())).doesNotContain("dimmed");
            awaitLong(() -> text(scene, "#age").isEmpty());
        }
    }

    @Test
    void what_needs_the_gateway_is_off_while_it_is_lost_and_tells_why_and_the_draft_goes_on() throws Exception {
        Gateway first = start("shop", 0);
        int port = first.adminAddress().getPort();
        save("s", "Shop", Environment.NONE, first);
        Scene scene = open();
        choose(scene, "Shop");
        awaitLong(() -> text(scene, "#traffic").contains("/s"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> scene.lookup("#search") != null);
        assertThat(onFx(() -> isOff(scene, "#search"))).isFalse();
        first.close();
        awaitLong(() -> scene.lookup("#banner").isVisible());

        assertThat(onFx(() -> isOff(scene, "#search"))).isTrue();
        onFx(() -> {
            Button search = (Button) scene.lookup("#search");
            assertThat(search.isDisabled()).as("else nobody learns why").isFalse();
            assertThat(search.getTooltip().getText()).startsWith("The connection to the gateway is lost.");
            assertThat(search.getAccessibleHelp()).isEqualTo(search.getTooltip().getText());
            ((TextField) scene.lookup("#query")).setText("status:404");
            search.fire();
            return true;
        });
        assertThat(onFx(() -> scene.lookup("#problem").isVisible()))
                .as("nothing was asked")
                .isFalse();

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        await(() -> scene.lookup("#create") != null);
        onFx(() -> {
            ((Button) scene.lookup("#create")).fire();
            return true;
        });
        await(() -> scene.lookup(".new-route") != null);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        await(() -> scene.lookup("#search") != null);

        try (Gateway again = start("shop", port)) {
            assertThat(again.adminAddress().getPort()).isEqualTo(port);
            onFx(() -> {
                ((Button) scene.lookup("#reconnect")).fire();
                return true;
            });
            awaitLong(() -> !scene.lookup("#banner").isVisible());
            assertThat(onFx(() -> isOff(scene, "#search"))).isFalse();
        }
    }

    private static boolean isOff(Scene scene, String selector) {
        return scene.lookup(selector).getPseudoClassStates().contains(PseudoClass.getPseudoClass("off"));
    }

    private Gateway start(String name, int port) throws StartFailed {
        return Gateway.start(GatewayOptions.in(folder.resolve(name))
                .embedded()
                .withAdmin(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    private void save(String id, String name, Environment environment, Gateway gateway) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + gateway.adminAddress().getPort());
        new Profiles(new ConsoleFolder(folder.resolve("console")))
                .save(new Profile(id, name, address, environment), gateway.token());
    }

    private Scene open() {
        Scene scene = show(() -> {
            Theme.LIGHT.apply();
            console = new Console(new ConsoleFolder(folder.resolve("console")), UiThread.executor(), () -> {});
            return console.open();
        });
        onFx(() -> {
            console.install(scene);
            return true;
        });
        return scene;
    }

    private void openMenu(Scene scene) {
        robot.push(KeyCode.CONTROL, KeyCode.G);
        await(() -> scene.lookup(".gateway-menu") != null);
    }

    private void choose(Scene scene, String name) {
        openMenu(scene);
        onFx(() -> {
            scene.getRoot().lookupAll(".gateway-choice").stream()
                    .filter(node -> node.getAccessibleText().startsWith(name + ","))
                    .map(node -> (Button) node)
                    .forEach(Button::fire);
            return true;
        });
    }

    private static String text(Scene scene, String selector) {
        Node node = scene.lookup(selector);
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    private static void awaitLong(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> onFx(condition::getAsBoolean));
    }
}
