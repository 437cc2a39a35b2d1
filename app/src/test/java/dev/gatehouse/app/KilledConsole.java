package dev.gatehouse.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextInputControl;

/**
 * A console with the demo, in a process of its own: somebody changes a route's path in the form, and when the journal has
 * it, the process says so and waits for its end.
 */
final class KilledConsole extends Journey {
    static final String WRITTEN = "the draft is on the disk";

    private KilledConsole(Path folder) {
        this.folder = folder;
    }

    /** The folder of its files is the argument. */
    public static void main(String[] args) throws Exception {
        startToolkit();
        KilledConsole console = new KilledConsole(Path.of(args[0]));
        console.openDemo();
        console.openRoute("product");
        console.type((TextInputControl) console.named("Match › Path"), "/shop/items/{id}");
        await(() -> console.journal().contains("\"/shop/items/{id}\""));
        System.out.println(WRITTEN);
        System.in.read(); // it ends with the test at the latest
    }

    private String journal() {
        try {
            Path file = folder.resolve("drafts/demo.json");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
