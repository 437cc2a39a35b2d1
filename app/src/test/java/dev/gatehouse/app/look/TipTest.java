package dev.gatehouse.app.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.UiTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class TipTest extends UiTest {
    @Test
    void a_tip_goes_with_escape_and_lets_the_key_through() {
        Tip tip = onFx(() -> new Tip("What this does"));
        AtomicInteger escapes = new AtomicInteger();
        Scene scene = show(() -> new StackPane(new Button("Here")), 300, 200);
        onFx(() -> {
            scene.addEventHandler(
                    KeyEvent.KEY_PRESSED, event -> escapes.addAndGet(event.getCode() == KeyCode.ESCAPE ? 1 : 0));
            tip.show(scene.getRoot(), 20, 20);
            return true;
        });
        await(tip::isShowing);
        robot.push(KeyCode.ESCAPE);
        await(() -> !tip.isShowing());
        assertThat(escapes).hasValue(1);
    }
}
