package dev.gatehouse.app;

import dev.gatehouse.app.client.AdminClient;
import dev.gatehouse.app.client.Configurations;
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
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** A test in the whole window, over the demo or another real gateway, as an operator goes through it. */
abstract class Journey extends UiTest {
    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /** The console's folder; it is a home, too: the embedded engine's data lie in {@code .gatehouse} below it. */
    @TempDir(factory = PlainFolder.class)
    Path folder;

    private final String home = System.getProperty("user.home");

    @SuppressWarnings("NullAway.Init") // each test opens it first
    Console console;

    @SuppressWarnings("NullAway.Init") // each test opens it first
    Scene scene;

    @AfterEach
    void closeConsole() {
        onFx(() -> {
            console.close();
            return true;
        });
        System.clearProperty("gatehouse.data");
        System.setProperty("user.home", home);
    }

    final void openConsole(int width, int height) {
        System.setProperty("user.home", folder.toString());
        System.setProperty("gatehouse.data", folder.resolve(".gatehouse").toString());
        scene = show(
                () -> {
                    Theme.LIGHT.apply();
                    console = new Console(new ConsoleFolder(folder), UiThread.executor(), () -> {});
                    return console.open();
                },
                width,
                height);
        onFx(() -> {
            console.install(scene);
            return true;
        });
        robot.targetWindow(scene.getWindow());
    }

    final void openDemo() throws Exception {
        openDemo(WIDTH, HEIGHT);
    }

    final void openDemo(int width, int height) throws Exception {
        openConsole(width, height);
        press("#open");
        patiently(() -> scene.lookup(".chart-plot") != null);
    }

    /** Waits for what takes a gateway's start, or traffic. */
    static void patiently(BooleanSupplier there) throws Exception {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> onFx(there::getAsBoolean));
    }

    /** Opens a route in the designer. */
    final void openRoute(String name) {
        fire("Routes");
        await(() -> scene.lookup(".data-table .table-view") instanceof TableView<?> table && place(table, name) >= 0);
        onFx(() -> {
            TableView<?> table = (TableView<?>) scene.lookup(".data-table .table-view");
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(place(table, name));
            return true;
        });
        robot.push(KeyCode.ENTER);
        await(() -> scene.lookup("#stop-match") != null);
        settle();
    }

    private static int place(TableView<?> table, String name) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).toString().contains("name=" + name + ",")) {
                return i;
            }
        }
        return -1;
    }

    final int rows() {
        return scene.lookup(".data-table .table-view") instanceof TableView<?> table
                ? table.getItems().size()
                : 0;
    }

    /** Replaces what stands in a field, by keyboard. */
    final void type(TextInputControl field, String text) {
        robot.clickOn(field);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write(text);
    }

    /** The designer's text of the object. */
    final TextArea yaml() {
        return (TextArea) named("The object as YAML");
    }

    final Button button(String selector) {
        return (Button) scene.lookup(selector);
    }

    /** Presses the button with this id. */
    final void press(String selector) {
        onFx(() -> {
            button(selector).fire();
            return true;
        });
    }

    /** Presses the button that says this. */
    final void fire(String words) {
        onFx(() -> {
            scene.getRoot().lookupAll("*").stream()
                    .filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(button -> words.equals(button.getText()) && visible(button))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(words))
                    .fire();
            return true;
        });
        settle();
    }

    final Node named(String words) {
        return onFx(() -> Objects.requireNonNull(find(words), words));
    }

    final @Nullable Node find(String words) {
        return scene.getRoot().lookupAll("*").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a label or a cell says this. */
    final boolean shows(String words) {
        return Stream.concat(
                        scene.getRoot().lookupAll(".label").stream(), scene.getRoot().lookupAll(".table-cell").stream())
                .anyMatch(node -> node instanceof Labeled label && words.equals(label.getText()) && visible(label));
    }

    private static boolean visible(@Nullable Node node) {
        return node == null || node.isVisible() && visible(node.getParent());
    }

    /** Takes a picture in both themes. */
    final void take(String name) {
        for (Theme theme : Theme.values()) {
            apply(theme);
            Pictures.take(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
        apply(Theme.LIGHT);
    }

    private static void apply(Theme theme) {
        onFx(() -> {
            theme.apply();
            return true;
        });
        settle();
        settle();
    }

    /** What a client gets from the demo's listener: the status and the body. */
    final String get(String path) throws Exception {
        int port;
        try (AdminClient admin = demo()) {
            port = admin.get("/status").path("listeners").path(0).path("port").asInt();
        }
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + " " + response.body();
        }
    }

    /** What the demo serves. */
    final String active() throws Exception {
        try (AdminClient admin = demo()) {
            return new Configurations(admin).get().document().toPrettyString();
        }
    }

    /** The demo's Admin API. */
    final AdminClient demo() throws Exception {
        await(() -> !place().isEmpty());
        String token =
                Files.readString(folder.resolve(".gatehouse/demo/admin.token")).strip();
        return new AdminClient(URI.create("http://" + onFx(this::place)), token);
    }

    /** The Admin API's address, as the status bar has it. */
    private String place() {
        Matcher address = ADDRESS.matcher(scene.lookup("#place") instanceof Label place ? place.getText() : "");
        return address.find() ? address.group() : "";
    }
}
