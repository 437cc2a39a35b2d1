package dev.gatehouse.app;

import dev.gatehouse.app.look.AppIcon;
import dev.gatehouse.app.look.Fonts;
import dev.gatehouse.app.profile.ConsoleFolder;
import dev.gatehouse.app.text.Texts;
import dev.gatehouse.app.work.UiThread;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The JavaFX side of the program: one window, with the console in it. */
public final class ConsoleApplication extends Application {
    private @Nullable Console console;

    /** Runs the console until its window is closed. */
    static void open() throws ToolkitFailed {
        try {
            launch(ConsoleApplication.class);
        } catch (RuntimeException | UnsatisfiedLinkError e) {
            throw new ToolkitFailed(Display.explain(e), e);
        }
    }

    @Override
    public void start(Stage stage) {
        Fonts.load();
        console = new Console(ConsoleFolder.ofUser(), UiThread.executor(), Platform::exit);
        Scene scene = new Scene(console.open(), 1440, 900);
        console.install(scene);
        stage.setTitle(Texts.get("app.title"));
        stage.getIcons().setAll(AppIcon.all());
        stage.setMinWidth(1024);
        stage.setMinHeight(700);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(() -> Timing.mark("painted"));
        stage.show();
    }

    @Override
    public void stop() {
        if (console != null) {
            console.close();
        }
    }
}
