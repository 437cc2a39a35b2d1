package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.Certificates;
import dev.gatehouse.app.look.Scale;
import dev.gatehouse.app.screen.certificates.Authority;
import io.netty.pkitesting.X509Bundle;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** Every screen in the least window, and with the text that somebody enlarged: nothing to press is cut off. */
class SizesTest extends Journey {
    @Test
    void the_least_window_shows_every_screen_whole() throws Exception {
        openDemo(1024, 700);
        visit("1024");
    }

    @Test
    void large_text_shows_every_screen_whole() throws Exception {
        openDemo();
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        await(() -> scene.getRoot().getStyleClass().contains(Scale.LARGER.styleClass()));
        visit("large");
    }

    private void visit(String size) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        patiently(() -> rows() > 5);
        look("traffic-" + size);
        choose();
        patiently(() -> scene.lookup("#explain") != null);
        look("traffic-detail-" + size);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        patiently(() -> rows() == 6);
        look("routes-" + size);
        openRoute("product");
        look("designer-" + size);
        review("review-" + size);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        patiently(() -> rows() > 2);
        choose();
        patiently(() -> scene.lookup(".target-line") != null);
        look("upstreams-" + size);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        patiently(() -> rows() > 0);
        choose();
        look("listeners-" + size);
        certificates(size);
        fire("Changes");
        patiently(() -> rows() > 0);
        look("changes-" + size);
        fire("Gateway");
        patiently(() -> scene.lookup("#facts") != null);
        look("gateway-" + size);
        fire("Overview"); // last, when there are numbers to show
        patiently(() -> scene.lookup(".chart-plot") != null);
        look("overview-" + size);
    }

    /** One that the demo serves, near its end: the navigation and the Overview speak of it, too. */
    private void certificates(String size) throws Exception {
        Authority authority = new Authority();
        X509Bundle issued = authority.issue("CN=shop.example.com", "shop.example.com", 9);
        try (AdminClient admin = demo()) {
            Certificates certificates = new Certificates(admin);
            certificates.store("shop-chain", authority.chain(issued));
            certificates.store("shop-key", issued.getPrivateKeyPEM());
            admin.send(
                    "PUT",
                    "/certificates/shop",
                    RealGateway.yaml("{chain: {secret: shop-chain}, key: {secret: shop-key}}"),
                    Map.of("If-None-Match", "*"));
        }
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        patiently(() -> shows("Expires soon"));
        choose();
        patiently(() -> shows("Expires in 9 days"));
        look("certificates-" + size);
        fire("Import certificate");
        await(() -> scene.lookup(".import-sheet .text-area") != null);
        onFx(() -> {
            ((TextArea) scene.lookup(".import-sheet .text-area"))
                    .setText(authority.chain(issued) + issued.getPrivateKeyPEM());
            return true;
        });
        await(() -> shows("2 certificates and a private key")
                && scene.lookup("#import-name").isVisible());
        look("certificates-import-" + size);
        fire("Cancel");
    }

    private void review(String name) {
        type((TextInputControl) named("Match › Path"), "/shop/things/{id}");
        await(() -> button("#routes-review").getText().endsWith("1"));
        press("#routes-review");
        await(() -> find("Apply product") != null);
        look(name);
        fire("Later");
        await(() -> {
            Node choice = find("Apply product");
            return choice == null || !shown(choice);
        });
    }

    private void choose() {
        onFx(() -> {
            TableView<?> table = (TableView<?>) scene.lookup(".data-table .table-view");
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            return true;
        });
        settle();
    }

    private void look(String name) {
        settle();
        take(name);
        assertThat(cut()).as(name).isEmpty();
    }

    @Test
    void the_navigation_makes_room_in_a_narrow_window_and_opens_when_asked() throws Exception {
        openDemo(1024, 700);
        assertThat(onFx(() -> scene.lookup("#navigation").getStyleClass())).contains("closed");
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> !scene.lookup("#navigation").getStyleClass().contains("closed"));
        robot.push(KeyCode.CONTROL, KeyCode.B);
        await(() -> scene.lookup("#navigation").getStyleClass().contains("closed"));
    }

    /** What can be pressed and does not show its words, or lies outside the window though nothing scrolls there. */
    private List<String> cut() {
        return onFx(() -> scene.getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> button.isVisible() && shown(button))
                .filter(button -> shortened(button) || outside(button))
                .map(button -> button.getText() + " " + button.getId() + " " + button.getAccessibleText())
                .toList());
    }

    private static boolean shortened(ButtonBase button) {
        return button.getText() != null
                && button.lookupAll(".text").stream()
                        .anyMatch(node -> node instanceof Text text
                                && text.getText().endsWith("…")
                                && !button.getText().endsWith("…"));
    }

    private boolean outside(ButtonBase button) {
        for (Node above = button; above != null; above = above.getParent()) {
            if (above.getStyleClass().contains("scroll-pane")
                    || above.getStyleClass().contains("virtual-flow")) {
                return false;
            }
        }
        Bounds place = button.localToScene(button.getLayoutBounds());
        return place.getMinX() < -1
                || place.getMaxX() > scene.getWidth() + 1
                || place.getMaxY() > scene.getHeight() + 1;
    }

    private static boolean shown(Node node) {
        for (Node above = node; above != null; above = above.getParent()) {
            if (!above.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
