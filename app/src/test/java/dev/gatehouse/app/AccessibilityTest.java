package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.work.UiThread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Everything that can be operated has a name for those who cannot see it, and the keyboard gets to it and away again. */
class AccessibilityTest extends UiTest {
    private static final Set<String> BUTTONS = Set.of("Button", "ToggleButton", "MenuButton");
    private static final int MANY = 400;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    private Console console;

    private Scene open() {
        return show(() -> {
            console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
            return console.open();
        });
    }

    @AfterEach
    void close() {
        Console opened = console;
        if (opened != null) {
            onFx(() -> {
                opened.close();
                return true;
            });
        }
    }

    @Test
    void a_button_of_a_layout_that_shows_only_an_icon_says_what_it_does() throws Exception {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(System.getProperty("gatehouse.root", "..")).resolve("fxml"))) {
            for (Path file : files.sorted().toList()) {
                NodeList all = DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getElementsByTagName("*");
                for (int i = 0; i < all.getLength(); i++) {
                    Element element = (Element) all.item(i);
                    if (BUTTONS.contains(element.getTagName())
                            && element.getAttribute("styleClass").contains("icon-only")
                            && element.getAttribute("accessibleText").isEmpty()) {
                        wrong.add(file.getFileName() + ": " + element.getAttribute("fx:id"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_control_on_every_screen_has_a_name() {
        Scene scene = open();
        List<String> nameless = new ArrayList<>();
        eachScreen(
                scene,
                screen -> controls(scene.getRoot()).stream()
                        .filter(control -> name(scene, control).isBlank())
                        .forEach(control -> nameless.add(screen + ": " + say(control))));
        assertThat(nameless).isEmpty();
    }

    @Test
    void the_keyboard_goes_through_a_screen_and_comes_back_to_where_it_began() {
        Scene scene = open();
        List<String> trapped = new ArrayList<>();
        eachScreen(scene, screen -> {
            List<Control> all = controls(scene.getRoot());
            all.getFirst().requestFocus();
            Node first = scene.getFocusOwner();
            Set<Node> met = new HashSet<>();
            Node now = first;
            for (int i = 0; i < MANY && now != null && met.add(now); i++) {
                now.requestFocusTraversal(TraversalDirection.NEXT);
                now = scene.getFocusOwner();
            }
            if (now == null || !now.equals(first)) {
                trapped.add(screen + ": stays at " + (now == null ? "nothing" : say(now)) + " after " + met.size());
            }
        });
        assertThat(trapped).isEmpty();
    }

    private interface Look {
        void at(String screen);
    }

    /** Goes through Welcome and every screen of the navigation. */
    private static void eachScreen(Scene scene, Look look) {
        onFx(() -> {
            look.at("Welcome");
            return true;
        });
        List<ToggleButton> entries = onFx(() -> scene.getRoot().lookupAll(".navigation-entry").stream()
                .map(node -> (ToggleButton) node)
                .toList());
        for (ToggleButton entry : entries) {
            onFx(() -> {
                entry.fire();
                return true;
            });
            settle();
            onFx(() -> {
                look.at(entry.getText());
                return true;
            });
        }
    }

    /** What a person can operate: not the parts that a control is made of, nor cells, which say their own text. */
    private static List<Control> controls(Parent parent) {
        List<Control> found = new ArrayList<>();
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            if (node instanceof Control control && !(node instanceof Label) && !(node instanceof Cell<?>)) {
                boolean holds = control instanceof ScrollPane;
                if (!holds && control.isFocusTraversable()) {
                    found.add(control);
                }
                if (!holds) {
                    continue;
                }
            }
            if (node instanceof Parent inner) {
                found.addAll(controls(inner));
            }
        }
        return found;
    }

    private static String name(Scene scene, Control control) {
        if (control.getAccessibleText() != null && !control.getAccessibleText().isBlank()) {
            return control.getAccessibleText();
        }
        if (control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        return scene.getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && control.equals(label.getLabelFor()))
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElse("");
    }

    private static String say(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
    }
}
